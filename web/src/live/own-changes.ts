/** What this page itself has just changed is told to it as well, within so long. */
const toldWithinMs = 4_000;

/** Until when what is told of a document may be this page's own doing. */
const untilOf = new Map<string, number>();

/** To be called when a decision of this page on something of these documents has been noted. */
export function noteOwnChange(...documentIds: readonly string[]): void {
  const now = performance.now();
  for (const [id, until] of untilOf) if (until <= now) untilOf.delete(id);
  for (const id of documentIds) untilOf.set(id, now + toldWithinMs);
}

export const isOwnChange = (documentId: string): boolean =>
  performance.now() < (untilOf.get(documentId) ?? 0);
