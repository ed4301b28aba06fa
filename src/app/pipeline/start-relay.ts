import { asJiannuoError, type JiannuoError } from '../../domain/errors.js';
import { type RelayDependencies, relayUnqueued } from './relay-unqueued.js';

export interface RelayOptions {
  readonly everyMs: number;
  readonly onFault: (fault: JiannuoError) => void;
}

/** Relays now and then, until the function that it gives is called; that one waits for a round under way. */
export function startRelay(deps: RelayDependencies, options: RelayOptions): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const next = async () => {
    try {
      await relayUnqueued(deps);
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
