import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { loadReminderSettings } from '../../adapters/reminders/load-reminder-settings.js';
import { keepPrivate } from '../../adapters/shared/keep-private.js';
import { loadWorkCalendar } from '../../adapters/work-calendar/load-work-calendar.js';
import { isLoopback } from '../../api/allowed-hosts.js';
import { buildServer } from '../../api/server.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { Composition } from '../../compose.js';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { Context } from '../context.js';
import type { ConfigFlags } from '../flag-faults.js';
import { note, write } from '../output/stdout.js';
import { offerFirstLink } from './first-link.js';
import { untilSignal } from './until-signal.js';
import { workHere } from './work-here.js';

export type ServeOptions = Pick<ConfigFlags, 'port' | 'host' | 'data'> & { readonly worker: boolean };

const listenFaults: Readonly<Record<string, readonly [name: string, reason: Phrase]>> = {
  EACCES: ['JIANNUO_PORT', phrase('没有权限监听这个端口', 'no permission to listen on this port')],
  EADDRNOTAVAIL: ['JIANNUO_HOST', phrase('本机没有这个地址', 'this machine has no such address')],
};

function listenFault(thrown: unknown, port: number): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new JiannuoError('port-in-use', { port }, thrown);
  const [name, reason] = listenFaults[code ?? ''] ?? [];
  return name && reason ? new JiannuoError('configuration-invalid', { name, reason }, thrown) : thrown;
}

/** Servers that are away may come; those that are set up wrong, or refuse the user, will not do by waiting. */
async function refuseUnfit({ store, queue }: Composition): Promise<void> {
  for (const port of [store, queue] as const) {
    try {
      await (await port()).ping();
    } catch (thrown) {
      if (/-(unsuitable|refused)$/.test(asJiannuoError(thrown).code)) throw thrown;
    }
  }
}

/** The HTTP API until it is told to end; the embedded profile works its jobs in the same process. */
export async function runServe(context: Context, options: ServeOptions): Promise<number> {
  const { t } = context;
  const composition = await context.compose(options, { impatient: true });
  const { config } = composition;
  // Read now, or all who ask what falls due were told of it instead.
  loadWorkCalendar(config.holidays);
  loadReminderSettings(config.reminders);
  const logger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const people = readyStore(composition.people);
  const ports = { ...composition, store: readyStore(composition.store), people };
  const openUntilFirst = isLoopback(config.host);
  const app = await buildServer(ports, { logger, hosts: config.hosts, openUntilFirst });
  const end = untilSignal();
  if (config.profile === 'cluster') await refuseUnfit(composition);
  else
    for (const path of await keepPrivate(config.dataFolder))
      logger.warn({ path }, 'open to other users of this machine');
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (thrown) {
    throw listenFault(thrown, config.port);
  }
  const here = config.profile === 'embedded' && options.worker;
  // A service that listens without its worker would take files and never read one.
  const started = here ? workHere(composition, config.logLevel) : Promise.resolve(null);
  const worker = await started.catch(async (thrown: unknown) => {
    await app.close();
    throw thrown;
  });
  const { port } = app.server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  await write(`${t.serve.listening(`http://${host}:${port}/`)}\n`);
  await write(`${t.serve.api(`http://${host}:${port}/api/v1/openapi.json`)}\n`);
  await offerFirstLink(context, config, people, `http://${host}:${port}`).catch((thrown: unknown) =>
    logger.warn({ code: asJiannuoError(thrown).code }, 'no link for the first administrator'),
  );
  await end;
  note(t.serve.stopping);
  await app.close();
  await worker?.drain();
  note(t.serve.stopped);
  return 0;
}
