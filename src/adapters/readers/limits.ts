const mebibyte = 1024 * 1024;

/** What one file may unfold into before reading stops (after OWASP ASVS 5.0, chapter 5). */
export const limits = {
  unpackedBytes: 200 * mebibyte,
  /** Unpacked to packed; below the floor even a steep ratio does no harm, and short repetitive documents reach it. */
  ratio: 100,
  ratioFloorBytes: 10 * mebibyte,
  entries: 2_000,
  /** Containers inside one another: an archive in a mail in an archive. */
  containerDepth: 3,
  pages: 2_000,
  characters: 5_000_000,
  xmlDepth: 256,
} as const;
