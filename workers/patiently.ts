import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { asJiannuoError } from '../src/domain/errors.js';

const patienceMs = 15_000;
const pauseMs = 1_000;

/** Tries a start again while a server does not answer, for a while; null when told to end meanwhile. */
export async function patiently<T>(
  start: () => Promise<T>,
  log: Logger,
  end: Promise<unknown>,
): Promise<T | null> {
  const until = Date.now() + patienceMs;
  let ended = false;
  const ending = end.then(() => {
    ended = true;
  });
  while (!ended) {
    try {
      return await start();
    } catch (thrown) {
      const { code, message } = asJiannuoError(thrown);
      const away = code === 'store-unavailable' || code === 'queue-unavailable';
      if (!away || Date.now() >= until) throw thrown;
      // Its message names a server, no document: it may be logged.
      log.warn({ code, message }, 'waiting for a server');
      await Promise.race([pause(pauseMs, undefined, { ref: true }), ending]);
    }
  }
  return null;
}
