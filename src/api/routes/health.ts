import { within } from '../../app/within.js';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import type { FaultRecord } from '../../domain/fault-record.js';
import { phrase } from '../../domain/phrase.js';
import { packageVersion } from '../../version.js';
import type { Api } from '../app-type.js';
import { aliveSchema, readySchema } from '../contract/health.js';
import type { ApiPorts } from '../ports.js';

const patienceMs = 2_000;

/** null when the port answers in time, otherwise what is wrong with it. */
async function faultIn(
  code: 'store-unavailable' | 'queue-unavailable',
  ping: () => Promise<void>,
): Promise<FaultRecord | null> {
  const late = () =>
    new JiannuoError(code, {
      where: 'ping',
      reason: phrase(`${patienceMs} 毫秒内没有应答`, `no answer within ${patienceMs} ms`),
    });
  try {
    await within(patienceMs, ping(), late);
    return null;
  } catch (thrown) {
    return asJiannuoError(thrown).toJSON();
  }
}

export function registerHealth(app: Api, ports: ApiPorts): void {
  const version = packageVersion();
  app.get(
    '/healthz',
    { schema: { tags: ['health'], summary: '进程是否在运行', response: { 200: aliveSchema } } },
    async () => ({ status: 'ok' as const, version }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        tags: ['health'],
        summary: '数据库和任务队列是否可用',
        response: { 200: readySchema, 503: readySchema },
      },
    },
    async (_request, reply) => {
      const [store, queue] = await Promise.all([
        faultIn('store-unavailable', async () => (await ports.store()).ping()),
        faultIn('queue-unavailable', async () => (await ports.queue()).ping()),
      ]);
      const ready = store === null && queue === null;
      reply.code(ready ? 200 : 503);
      return { status: ready ? ('ready' as const) : ('unready' as const), store, queue };
    },
  );
}
