interface Idle {
  readonly requestIdleCallback?: (act: () => void, options: { timeout: number }) => number;
  readonly cancelIdleCallback?: (handle: number) => void;
}

const latestMs = 30_000;
/** Where the browser does not tell when it is idle: by then the page has long shown. */
const waitMs = 3_000;

/** Does it once the page has nothing else to do, at the latest after half a minute; gives what calls it off. */
export function whenIdle(act: () => void): () => void {
  const idle = globalThis as Idle;
  // Safari has none.
  if (!idle.requestIdleCallback) {
    const waiting = setTimeout(act, waitMs);
    return () => clearTimeout(waiting);
  }
  const waiting = idle.requestIdleCallback(act, { timeout: latestMs });
  return () => idle.cancelIdleCallback?.(waiting);
}
