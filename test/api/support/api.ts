import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildServer } from '../../../src/api/server.js';
import type { PeopleStore } from '../../../src/app/ports/people-store.js';
import type { TrailStore } from '../../../src/app/ports/trail-store.js';
import { type Composition, compose } from '../../../src/compose.js';
import { readConfig } from '../../../src/config.js';
import { startWorker, workerLog } from '../../../workers/index.js';
import { sharedExtractor } from '../../support/shared-extractor.js';

export type Server = Awaited<ReturnType<typeof buildServer>>;

export interface UploadFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** A multipart body as browsers send it. */
export function multipart(files: readonly UploadFile[], field = 'files') {
  const boundary = `----${randomUUID()}`;
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll('"', '%22').replaceAll('\n', '%0A')}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, host: 'localhost' },
  };
}

export const upload = (app: Server, files: readonly UploadFile[]) =>
  app.inject({ method: 'POST', url: '/api/v1/documents', ...multipart(files) });

export const get = (app: Server, url: string) => app.inject({ url, headers: { host: 'localhost' } });

/** An API on the embedded profile with its worker, in a folder of its own; what it logs is kept. */
export async function startApi(environment: NodeJS.ProcessEnv = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-api-'));
  const composition = compose(
    readConfig({ JIANNUO_DATA: folder, JIANNUO_RECOGNIZER: 'off', ...environment }),
    { extractor: sharedExtractor },
  );
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  const app = await buildServer(composition, {
    logger,
    hosts: [],
    openUntilFirst: true,
  });
  const worker = await startWorker(composition, workerLog('silent'));
  return {
    app,
    log,
    folder,
    people: composition.people,
    trail: composition.trail,
    store: composition.store,
    queue: composition.queue,
    async close() {
      await app.close();
      await worker.drain();
      await composition.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An API whose ports are stand-ins: for what real ones do only when a server is away. */
export function buildApi(ports: Partial<Composition>, hosts: readonly string[] = []): Promise<Server> {
  const absent = () => Promise.reject(new Error('not given'));
  return buildServer(
    {
      config: {
        tenant: 'default',
        place: null,
        maxFileBytes: 1_000,
        maxWaiting: 100,
        publicUrl: null,
        timeZone: 'Asia/Shanghai',
        practice: 'national',
        holidays: null,
        reminders: null,
        backups: null,
      },
      store: absent,
      people: async () => ({ hasPeople: async () => false }) as unknown as PeopleStore,
      hasher: absent,
      trail: async () => ({ append: async () => null }) as unknown as TrailStore,
      blobs: absent,
      queue: absent,
      reader: absent,
      extractor: absent,
      exporter: absent,
      probes: absent,
      ...ports,
    },
    { logger: pino({ level: 'silent' }), hosts, openUntilFirst: true },
  );
}

/** Asks until the document is settled. */
export async function settled(
  app: Server,
  id: string,
): Promise<{ status: string; fault: { code: string } | null }> {
  for (;;) {
    const document = (await get(app, `/api/v1/documents/${id}`)).json();
    if (document.status === 'done' || document.status === 'failed') return document;
    await new Promise((resume) => setTimeout(resume, 30));
  }
}
