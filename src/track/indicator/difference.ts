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

/** The longest stretch that a part of either side shares. */
function longestCommon(first: readonly string[], second: readonly string[]): Common | null {
  let best: Common | null = null;
  first.forEach((a, i) => {
    second.forEach((b, j) => {
      let previous = new Uint8Array(b.length + 1);
      for (let x = 1; x <= a.length; x++) {
        const row = new Uint8Array(b.length + 1);
        for (let y = 1; y <= b.length; y++) {
          if (a.charCodeAt(x - 1) !== b.charCodeAt(y - 1)) continue;
          const length = (previous[y - 1] ?? 0) + 1;
          row[y] = length;
          if (length >= 2 && length > (best?.length ?? 0))
            best = { first: i, at: x - length, second: j, where: y - length, length };
        }
        previous = row;
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
