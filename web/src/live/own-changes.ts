/** What this page itself has just changed is told to it as well, within so long. */
const toldWithinMs = 4_000;

let until = 0;

/** To be called when a decision of this page has been noted. */
export function noteOwnChange(): void {
  until = performance.now() + toldWithinMs;
}

export const isOwnChange = (): boolean => performance.now() < until;
