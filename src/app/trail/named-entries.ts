import { JiannuoError } from '../../domain/errors.js';
import type { TrailEntry } from '../../domain/trail.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { PeopleStore } from '../ports/people-store.js';

/** Names as they are now, for who reads: the trail itself keeps ids alone. */
export type NamedEntry = TrailEntry & {
  /** Of a person or a token; null where it has none, or is there no more. */
  readonly actorName: string | null;
  /** Of a document, a promise's indicator, a person, a token, a job's document; null likewise. */
  readonly subjectName: string | null;
};

export interface NameSources {
  people(): Promise<Pick<PeopleStore, 'people' | 'secrets'>>;
  store(): Promise<Pick<LedgerStore, 'document' | 'row' | 'proposals'>>;
  queue(): Promise<Pick<JobQueue, 'job'>>;
}

/** `documents` of `GET /api/v1/documents/:id/original`. */
const kindOf = (action: string): string | undefined => /^[A-Z]+ \/api\/v1\/([a-z]+)\/:/.exec(action)?.[1];

/** A name is told where it can be: the trail itself is whole without the server that knows it. */
async function unlessAway<T>(looked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await looked;
  } catch (error) {
    if (error instanceof JiannuoError && error.class === 'unavailable') return otherwise;
    throw error;
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Entries with the names of who and what they speak of, each looked up once; null where a server is away. */
export async function namedEntries(
  sources: NameSources,
  tenant: string,
  entries: readonly TrailEntry[],
): Promise<NamedEntry[]> {
  const people = once(() => sources.people());
  const store = once(() => sources.store());
  const queue = once(() => sources.queue());
  const byId = (named: readonly { id: string; name: string }[]) =>
    new Map(named.map(({ id, name }) => [id, name]));
  const persons = await unlessAway(
    people().then(async (from) => byId(await from.people(tenant))),
    new Map<string, string>(),
  );
  const tokens = once(async () => byId(await (await people()).secrets(tenant, 'token')));
  const proposals = once(async () => {
    const all = await (await store()).proposals(tenant);
    return byId(all.map(({ id, title, number }) => ({ id, name: title ?? number })));
  });
  const documentName = async (id: string) => {
    const document = await (await store()).document(tenant, id);
    return document && (document.meta?.title ?? document.name);
  };
  const look = async (kind: string | undefined, id: string): Promise<string | null> => {
    switch (kind) {
      case 'documents':
        return documentName(id);
      case 'commitments': {
        const row = await (await store()).row(tenant, id);
        return row && (row.indicator || row.quote.slice(0, 60));
      }
      case 'users':
        return persons.get(id) ?? null;
      case 'tokens':
        return (await tokens()).get(id) ?? null;
      case 'jobs': {
        const job = await (await queue()).job(id);
        const { documentId } = (job?.payload ?? {}) as { documentId?: unknown };
        return typeof documentId === 'string' ? documentName(documentId) : null;
      }
      case 'proposals':
        return (await proposals()).get(id) ?? null;
      default:
        return null;
    }
  };
  const known = new Map<string, Promise<string | null>>();
  const nameOf = ({ action, subject }: TrailEntry): Promise<string | null> => {
    if (subject === null) return Promise.resolve(null);
    const kind = kindOf(action);
    const key = `${kind} ${subject}`;
    const found = known.get(key) ?? unlessAway(look(kind, subject), null);
    known.set(key, found);
    return found;
  };
  const actorOf = ({ actor }: TrailEntry): string | null => {
    if (actor.startsWith('token:')) return actor.slice('token:'.length);
    return actor.startsWith('person:') ? (persons.get(actor.slice('person:'.length)) ?? null) : null;
  };
  return Promise.all(
    entries.map(async (entry) => ({
      ...entry,
      actorName: actorOf(entry),
      subjectName: await nameOf(entry),
    })),
  );
}
