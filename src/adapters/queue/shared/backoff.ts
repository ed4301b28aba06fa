/** Pause while a server is away: doubled from 500 ms up to this, for as long as it takes. */
const longestOutagePauseMs = 10_000;

/** Pause before the next try after `failures` failed ones. */
export function backoffMs(firstMs: number, failures: number): number {
  return firstMs * 2 ** (failures - 1);
}

export function outagePauseMs(attempt: number): number {
  return Math.min(500 * 2 ** Math.min(attempt - 1, 10), longestOutagePauseMs);
}
