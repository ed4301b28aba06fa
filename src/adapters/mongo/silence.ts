import type { Connection, mongo } from 'mongoose';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { serversOf } from './fault.js';

/** A primary tells that it lives twice as often as this at least. */
export const heartbeatMs = 500;
/** Whoever asks is told within two seconds. */
const longestSilenceMs = 1_300;
const lookMs = 100;

/**
 * Tells a server that hangs, or a line that swallows what is sent, from an answer that takes long: the driver's monitor has a
 * connection of its own, and a primary that works on a long query still says that it lives.
 */
export class SilenceWatch {
  private heardAt = performance.now();

  constructor(
    connection: Connection,
    private readonly url: string,
  ) {
    connection
      .getClient()
      .on('serverHeartbeatSucceeded', ({ reply }: mongo.ServerHeartbeatSucceededEvent) => {
        if (reply.isWritablePrimary) this.heardAt = performance.now();
      });
  }

  /** What the work gives, or `store-unavailable` once no primary is heard under it. The work itself is left. */
  async during<T>(work: Promise<T>): Promise<T> {
    const startedAt = performance.now();
    let looks: NodeJS.Timeout | undefined;
    let silentLooks = 0;
    const silence = new Promise<never>((_, reject) => {
      looks = setInterval(() => {
        const ms = performance.now() - Math.max(startedAt, this.heardAt);
        // Twice: between two looks what this process itself was too busy to hear is heard.
        silentLooks = ms > longestSilenceMs ? silentLooks + 1 : 0;
        if (silentLooks === 2) reject(this.fault(Math.round(ms)));
      }, lookMs);
    });
    try {
      return await Promise.race([work, silence]);
    } finally {
      clearInterval(looks);
    }
  }

  private fault(ms: number): JiannuoError {
    return new JiannuoError('store-unavailable', {
      where: serversOf(this.url),
      reason: phrase(`${ms} 毫秒没有应答`, `silent for ${ms} ms`),
    });
  }
}
