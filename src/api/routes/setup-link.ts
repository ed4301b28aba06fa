/** Where whoever holds the code sets their password. */
export const setupLink = (base: string, code: string): string =>
  `${base}/setup?code=${encodeURIComponent(code)}`;
