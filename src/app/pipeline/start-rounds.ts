import { asJiannuoError, type JiannuoError } from '../../domain/errors.js';

export interface RoundsOptions {
  /** Pause between two rounds. */
  readonly everyMs: number;
  readonly onFault: (fault: JiannuoError) => void;
}

/** Does the same work at once and then now and then, until the function that it gives is called; that one waits for a round under way. */
export function startRounds(work: () => Promise<unknown>, options: RoundsOptions): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const next = async () => {
    try {
      await work();
    } catch (thrown) {
      if (!stopped) options.onFault(asJiannuoError(thrown));
    }
    if (stopped) return;
    timer = setTimeout(() => {
      round = next();
    }, options.everyMs);
  };
  round = next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}
