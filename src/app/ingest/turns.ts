/** Above it stand the kinds of jobs that come after all documents. */
const lastTurn = 999_999;
/** An office that has handed in nothing for so long is new again. */
const forgottenMs = 10 * 60_000;

/**
 * Priorities of one office's documents: the n-th of a load is taken after every office's n-1 first ones. So a single upload
 * waits for the documents under way, not for another office's thousands, and two loads take turns.
 */
export function turns(now: () => number = Date.now): () => number {
  let turn = 0;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - last > forgottenMs) turn = 0;
    last = now();
    turn = Math.min(turn + 1, lastTurn);
    return turn;
  };
}
