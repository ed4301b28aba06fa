/** An answer is kept for so many times as long as it took to make: making it takes at most a twentieth of one core. */
const patience = 20;
const mostKept = 200;

interface Kept<T> {
  readonly answer: Promise<T>;
  until: number;
}

/**
 * Gives an answer again while it is fresh, and makes it once for all who ask at the same time. One that failed is not kept.
 * `forget`: what it was made from has changed.
 */
export function keptAnswers<T>(now: () => number = () => performance.now()) {
  const kept = new Map<string, Kept<T>>();
  const answer = (key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known && now() < known.until) return known.answer;
    if (kept.size >= mostKept) kept.clear();
    const began = now();
    const made: Kept<T> = { answer: make(), until: Number.POSITIVE_INFINITY };
    kept.set(key, made);
    made.answer.then(
      () => {
        made.until = now() + (now() - began) * patience;
      },
      () => {
        if (kept.get(key) === made) kept.delete(key);
      },
    );
    return made.answer;
  };
  return Object.assign(answer, { forget: () => kept.clear() });
}
