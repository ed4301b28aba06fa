import { change, firstReport, lastReport, plan } from '../../support/river-county.js';
import { get, type Server, settled, startApi, upload } from './api.js';

export const texts = { plan, firstReport, change, lastReport };

export interface Tracked {
  readonly api: Awaited<ReturnType<typeof startApi>>;
  /** Ids of the documents by name. */
  readonly documents: Readonly<Record<keyof typeof texts, string>>;
  /** The promise of the plan with these words in its quote. */
  promise(words: string): Promise<{ id: string; quote: string; documentId: string }>;
}

const pause = () => new Promise((resume) => setTimeout(resume, 50));

/** Waits until no job is at work or waiting. */
export async function idle(app: Server): Promise<void> {
  // A job may leave one list before it is read in the next, and be followed by another: twice in a row, along its way.
  for (let quiet = 0; quiet < 2; ) {
    let open = 0;
    for (const status of ['waiting', 'delayed', 'running'])
      open += (await get(app, `/api/v1/jobs?status=${status}`)).json().jobs.length;
    quiet = open === 0 ? quiet + 1 : 0;
    if (open > 0) await pause();
  }
}

/** An API that holds the plan of a county and the reports that came after it. */
export async function startTracked(): Promise<Tracked> {
  const api = await startApi();
  const names = Object.keys(texts) as (keyof typeof texts)[];
  const sent = await upload(
    api.app,
    names.map((name) => ({ name: `${name}.txt`, bytes: texts[name] })),
  );
  const ids: string[] = sent.json().files.map(({ documentId }: { documentId: string }) => documentId);
  for (const id of ids) await settled(api.app, id);
  await idle(api.app);
  const documents = Object.fromEntries(names.map((name, at) => [name, ids[at]])) as Tracked['documents'];
  return {
    api,
    documents,
    async promise(words) {
      const { rows } = (
        await get(api.app, `/api/v1/commitments?documentId=${documents.plan}&stance=commitment`)
      ).json() as { rows: { id: string; quote: string; documentId: string }[] };
      const row = rows.find(({ quote }) => quote.includes(words));
      if (!row) throw new Error(`no promise of ${words}`);
      return row;
    },
  };
}
