/** What two wordings share, and what stands in one alone. */
export interface Difference {
  /** Characters that both have. */
  readonly shared: number;
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

interface Common {
  readonly first: number;
  readonly at: number;
  readonly second: number;
  readonly where: number;
  readonly length: number;
}

/** The longest stretch of two characters or more that a part of either side shares. */
function longestCommon(first: readonly string[], second: readonly string[]): Common | null {
  let best: Common | null = null;
  let most = 1;
  first.forEach((a, i) => {
    second.forEach((b, j) => {
      for (let at = 0; at + most < a.length; at++) {
        // Only a longer one than the best so far is of interest.
        let where = b.indexOf(a.slice(at, at + most + 1));
        while (where >= 0) {
          let length = most + 1;
          while (
            at + length < a.length &&
            where + length < b.length &&
            a.charCodeAt(at + length) === b.charCodeAt(where + length)
          )
            length++;
          most = length;
          best = { first: i, at, second: j, where, length };
          where = at + most < a.length ? b.indexOf(a.slice(at, at + most + 1)) : -1;
        }
      }
    });
  });
  return best;
}

function without(parts: readonly string[], index: number, at: number, length: number): string[] {
  return parts.flatMap((part, i) =>
    i === index ? [part.slice(0, at), part.slice(at + length)].filter(Boolean) : [part],
  );
}

/**
 * Takes out common stretches, longest first, wherever they stand: 城镇老旧小区改造 against 改造城镇老旧小区 leaves nothing.
 * Both texts are short (an indicator, a clause); the cost is their product a stretch.
 */
export function differenceOf(first: string, second: string): Difference {
  let onlyFirst = first ? [first] : [];
  let onlySecond = second ? [second] : [];
  let shared = 0;
  for (;;) {
    const common = longestCommon(onlyFirst, onlySecond);
    if (!common) return { shared, onlyFirst, onlySecond };
    shared += common.length;
    onlyFirst = without(onlyFirst, common.first, common.at, common.length);
    onlySecond = without(onlySecond, common.second, common.where, common.length);
  }
}
