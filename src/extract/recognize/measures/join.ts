import type { Recognized } from '../span.js';

type Of<Kind> = Extract<Recognized, { kind: Kind }>;
type Bounded = { readonly lo?: unknown; readonly hi?: unknown };

/** What may stand between a lower and an upper bound that belong together: 三年以上七年以下, 大于20的同时小于35. */
const between = /^(?:的同时|同时|并且|而且|且|但|但是|、|,|，)?[又也要]?$/;

const boundsOf = (span: Recognized): Bounded | null =>
  typeof span.value === 'object' && ('lo' in span.value || 'hi' in span.value)
    ? (span.value as Bounded)
    : null;

const sizeOf = (bound: unknown): number => {
  if (typeof bound === 'number') return bound;
  const length = bound as { months?: number; seconds?: number; workdays?: number };
  return (length.months ?? 0) * 2_629_800 + (length.seconds ?? 0) + (length.workdays ?? 0) * 86_400;
};

function joined(text: string, first: Recognized, second: Recognized): Recognized | null {
  if (first.kind !== second.kind || second.start < first.end || second.start - first.end > 4) return null;
  const a = boundsOf(first);
  const b = boundsOf(second);
  if (!a || !b || !between.test(text.slice(first.end, second.start))) return null;
  const [low, high] = b.lo == null ? [a, b] : [b, a];
  if (low.lo == null || low.hi != null || high.hi == null || high.lo != null) return null;
  if (sizeOf(low.lo) >= sizeOf(high.hi)) return null;
  const value: Record<string, unknown> = { ...(first.value as object) };
  for (const [key, bound] of Object.entries(second.value as object))
    if (value[key] == null) value[key] = bound;
  delete value.mod;
  return { ...first, end: second.end, value } as Of<typeof first.kind>;
}

/** Puts a lower and an upper bound of one kind that follow each other into one range. */
export function joinBounds(text: string, spans: readonly Recognized[]): Recognized[] {
  const out: Recognized[] = [];
  const lastOf = new Map<string, number>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (boundsOf(span) === null) {
      out.push(span);
      continue;
    }
    const index = lastOf.get(span.kind);
    const previous = index === undefined ? undefined : out[index];
    const whole = previous && joined(text, previous, span);
    if (whole && index !== undefined) out[index] = whole;
    else {
      lastOf.set(span.kind, out.length);
      out.push(span);
    }
  }
  return out;
}
