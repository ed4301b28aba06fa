import type { JobQueue, JobView } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { documentEvent, jobEvent, type LiveEvent, type Position } from './events.js';

export interface LiveSources {
  store(): Promise<Pick<LedgerStore, 'documentsChanged'>>;
  queue(): Promise<Pick<JobQueue, 'jobs' | 'job'>>;
}

export type Listener = (event: LiveEvent) => void;

const pageSize = 200;
/** Changes of which one of an earlier instant may still come to light: transactions under way, clocks a little apart. */
const settlingMs = 3_000;

const earlier = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

async function* changesSince(sources: LiveSources, tenant: string, from: Position) {
  const store = await sources.store();
  for (let after = from; ; ) {
    const page = await store.documentsChanged(tenant, after, pageSize);
    yield* page.map(documentEvent);
    const last = page.at(-1)?.document;
    if (page.length < pageSize || !last) return;
    after = { at: last.updatedAt, id: last.id };
  }
}

/**
 * What goes on in an office, for all who watch by this process. One look at the store and at the running jobs every half
 * second while anybody watches, along an index, however many watch; none otherwise.
 *
 * Why looks, not change streams or BullMQ's events: both profiles go the same way, with one port more; what a look finds is
 * the state itself, so that a server that was away, or a process that was held up, leaves no gap; a position is an instant
 * of the store and not of one process, so that a page whose connection breaks goes on at any other API process. A change
 * stream would need a position that ages out with the oplog, the queue's events a blocking connection a kind and process,
 * to be half a second sooner.
 */
export class LiveFeed {
  readonly #listeners = new Set<Listener>();
  #position: Position;
  #timer: NodeJS.Timeout | undefined;
  /** Changes told of within the settling time, by document. */
  #told = new Map<string, string>();
  #running = new Map<string, JobView>();

  constructor(
    private readonly sources: LiveSources,
    private readonly tenant: string,
    private readonly everyMs = 500,
    private readonly onFault: (thrown: unknown) => void = () => {},
  ) {
    this.#position = { at: new Date().toISOString(), id: '' };
  }

  /** Gives what is new until the returned function is called. */
  listen(listener: Listener): () => void {
    if (this.#listeners.size === 0) this.#begin();
    this.#listeners.add(listener);
    for (const job of this.#running.values()) listener(jobEvent(job));
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  }

  /** What has come since a position, told again where it may have been told already. */
  missed(since: Position): AsyncIterable<LiveEvent> {
    return changesSince(this.sources, this.tenant, { at: earlier(since.at, settlingMs), id: '' });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #begin(): void {
    this.#position = { at: new Date().toISOString(), id: '' };
    this.#told.clear();
    this.#running.clear();
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      await this.#look();
      if (this.#listeners.size > 0) this.#later();
    }, this.everyMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    try {
      await this.#documents();
      await this.#jobs();
    } catch (thrown) {
      // A server that is away is asked again; what came meanwhile is found then.
      this.onFault(thrown);
    }
  }

  #tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  async #documents(): Promise<void> {
    const from = { at: earlier(this.#position.at, settlingMs), id: '' };
    for await (const event of changesSince(this.sources, this.tenant, from)) {
      if (event.kind !== 'document') continue;
      const { position } = event;
      if (this.#told.get(position.id) !== position.at) this.#tell(event);
      this.#told.set(position.id, position.at);
      if (position.at > this.#position.at) this.#position = position;
    }
    const oldest = earlier(this.#position.at, settlingMs);
    for (const [id, at] of this.#told) if (at < oldest) this.#told.delete(id);
  }

  async #jobs(): Promise<void> {
    const queue = await this.sources.queue();
    const jobs = await queue.jobs({ status: 'running', tenant: this.tenant, limit: pageSize });
    const running = new Map(jobs.map((job) => [job.id, job]));
    for (const job of jobs) {
      const before = this.#running.get(job.id);
      if (before?.progress !== job.progress || before.attempts !== job.attempts) this.#tell(jobEvent(job));
    }
    for (const id of this.#running.keys()) {
      const ended = running.has(id) ? null : await queue.job(id);
      if (ended) this.#tell(jobEvent(ended));
    }
    this.#running = running;
  }
}
