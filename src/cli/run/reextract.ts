import { awaitTracked } from '../../app/ingest/await-tracked.js';
import { reextractDocument, reextractOlder } from '../../app/pipeline/reextract.js';
import type { JobQueue } from '../../app/ports/job-queue.js';
import type { LedgerStore } from '../../app/ports/ledger-store.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { Composition } from '../../compose.js';
import type { Claim, Decision } from '../../domain/decision.js';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import type { Context } from '../context.js';
import { oneLine } from '../output/escape.js';
import { write } from '../output/stdout.js';
import { workHere } from './work-here.js';

export interface ReextractOptions {
  readonly document?: string[];
  readonly older?: boolean;
  readonly wait?: boolean;
  readonly data?: string;
}

interface Ports {
  readonly store: LedgerStore;
  readonly queue: JobQueue;
}

const pauseMs = 100;

/** Jobs by document that are to be waited for. */
async function askFor(
  context: Context,
  composition: Composition,
  ports: Ports,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { tenant } = composition.config;
  const { t } = context;
  if (ids.length === 0) {
    const engine = await (await composition.extractor()).engine();
    const { jobs, current } = await reextractOlder(ports, tenant, engine);
    await write(`${t.reextract.asked(jobs.length, current, engine.rules)}\n`);
    return new Map(jobs.map(({ documentId, jobId }) => [documentId, jobId]));
  }
  const jobs = new Map<string, string>();
  for (const id of ids) {
    const job = await reextractDocument(ports, tenant, id);
    if (job) jobs.set(id, job.id);
    else await write(`${t.reextract.notRead(id)}\n`);
  }
  return jobs;
}

async function finished({ store, queue }: Ports, tenant: string, jobs: ReadonlyMap<string, string>) {
  for (let open = await queue.pending([...jobs.values()]); open.size > 0; ) {
    const views = await Promise.all([...open].map((id) => queue.job(id)));
    const waits = views.flatMap((job) => (job && job.status !== 'dead' ? [job.id] : []));
    if (waits.length === 0) break;
    await new Promise((resume) => setTimeout(resume, pauseMs));
    open = await queue.pending(waits);
  }
  await awaitTracked({ store, queue }, tenant, jobs.keys());
}

const lineOf = ({ t }: Context, said: Decision | Claim): string => {
  const what = 'body' in said ? t.decisionKinds[said.body.kind] : t.claimed[said.state];
  return oneLine(`  ${said.anchor.documentId}  ${what}  ${said.madeBy}  ${said.anchor.quote}`);
};

/** Has documents extracted anew and tells what of people's decisions could not be carried over. */
export async function runReextract(context: Context, options: ReextractOptions): Promise<number> {
  const ids = options.document ?? [];
  if (ids.length > 0 === (options.older === true)) {
    const reason = phrase('--document 和 --older 两者取一', 'one of --document and --older');
    throw new JiannuoError('query-invalid', { parameter: 'document', reason });
  }
  const composition = await context.compose(options);
  const { tenant, profile } = composition.config;
  const ports = { store: await readyStore(composition.store)(), queue: await composition.queue() };
  const embedded = profile === 'embedded';
  const before = new Set((await ports.store.lost(tenant)).map(({ id }) => id));
  const worker = embedded ? await workHere(composition, 'silent') : null;
  try {
    const jobs = await askFor(context, composition, ports, ids);
    if (!embedded && !options.wait) {
      await write(`${context.t.reextract.later(jobs.size)}\n`);
      return 0;
    }
    await finished(ports, tenant, jobs);
    let failed = 0;
    for (const id of jobs.keys())
      if ((await ports.store.document(tenant, id))?.status === 'failed') failed += 1;
    const lost = (await ports.store.lost(tenant)).filter(({ id }) => !before.has(id));
    await write(`${context.t.reextract.done(jobs.size - failed, failed, lost.length)}\n`);
    for (const said of lost) await write(`${lineOf(context, said)}\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    await worker?.drain();
  }
}
