const lone = /[\ud800-\udfff]/u;
const everyLone = /[\ud800-\udfff]/gu;

/**
 * Half a surrogate pair cannot be stored as UTF-8: it becomes U+FFFD, one code unit for one, so that offsets hold and
 * both stores give the same back. Anything else is given back as it is.
 */
export function wellFormed<T>(value: T): T {
  return isIll(JSON.stringify(value)) ? (mend(value) as T) : value;
}

/** JSON of the same. */
export function wellFormedJson(value: unknown): string {
  const json = JSON.stringify(value);
  return isIll(json) ? JSON.stringify(mend(value)) : json;
}

// A whole pair stands in JSON as itself; only a half is escaped.
const isIll = (json: string | undefined): boolean => json?.includes('\\ud') ?? false;

function mend(value: unknown): unknown {
  if (typeof value === 'string') return lone.test(value) ? value.replace(everyLone, '\ufffd') : value;
  if (Array.isArray(value)) return value.map(mend);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mend(key), mend(inner)]));
}
