/** Above it stand the kinds of jobs that come after all documents. */
const lastTurn = 999_999;
/** An office that has handed in nothing for so long is new again. */
const forgottenMs = 10 * 60_000;
/** About as long as one document takes: so often a turn is given back, as its document has been worked. */
const givenBackMs = 5_000;

/**
 * Priorities of one office's documents: the n-th of a load is taken after every office's n-1 first ones. So a single upload
 * waits for the documents under way, not for another office's thousands, and two loads take turns. Who hands in a little all
 * day is never behind: turns are given back with time.
 */
export function turns(now: () => number = Date.now): () => number {
  let taken = 0;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    const idleMs = Math.max(at - last, 0);
    last = at;
    taken = idleMs > forgottenMs ? 0 : Math.max(taken - idleMs / givenBackMs, 0);
    taken = Math.min(taken + 1, lastTurn);
    return Math.ceil(taken);
  };
}

/** The same for many offices, each with turns of its own. */
export function officeTurns(now: () => number = Date.now): (tenant: string) => number {
  const offices = new Map<string, () => number>();
  return (tenant) => {
    const turnOf = offices.get(tenant) ?? turns(now);
    offices.set(tenant, turnOf);
    return turnOf();
  };
}
