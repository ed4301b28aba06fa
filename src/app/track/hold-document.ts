import { grouped } from '../../domain/grouped.js';
import { fieldsSet } from '../../domain/meta-correction.js';
import type { FactView } from '../../track/fact/document-view.js';
import type { DocumentFacts, StoredFact } from '../../track/ledger/document-facts.js';
import type { Held } from '../../track/ledger/held.js';
import { type FactDocument, holdValues } from '../../track/ledger/hold-values.js';
import type { PlannedDeliverables } from '../../track/ledger/hold-words.js';
import { marksOf } from '../../track/ledger/name-keys.js';
import type { Extractor } from '../ports/extractor.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { FoundFact, TrackedHead, TrackingStore } from '../ports/tracking-store.js';

interface Dependencies {
  readonly store: Pick<LedgerStore, 'text' | 'document'> & TrackingStore;
  readonly extractor: Pick<Extractor, 'news'>;
}

export interface HeldDocument {
  readonly held: readonly Held[];
  /** Of every document that the rows rest on. */
  readonly stamps: ReadonlyMap<string, string>;
  /**
   * What was looked at, whether or not a row came of it: the reading of each document, and how much each look at the index
   * gave of it. One that comes in between two looks is in the later one alone.
   */
  readonly considered: ReadonlyMap<string, string>;
}

const viewOf = ({ documentId, file, place, day }: TrackedHead): FactView => ({
  ...{ document: { file, id: documentId }, place, day },
});

const keysOn = (facts: readonly StoredFact[], ...sides: readonly string[]): string[] => [
  ...new Set(facts.filter(({ body }) => sides.includes(body.side)).flatMap(({ keys }) => keys)),
];

/** Facts of other documents, by document. */
const byDocument = (found: readonly FoundFact[], own: string): ReadonlyMap<string, readonly FoundFact[]> =>
  grouped(
    found.filter(({ documentId }) => documentId !== own),
    ({ documentId }) => documentId,
  );

/** All heads that are needed, each asked for once. */
class Heads {
  readonly stamps = new Map<string, string>();
  private readonly known = new Map<string, TrackedHead>();

  constructor(
    private readonly store: TrackingStore,
    private readonly tenant: string,
    own: TrackedHead,
  ) {
    this.keep(own);
  }

  private keep(head: TrackedHead): void {
    this.known.set(head.documentId, head);
    this.stamps.set(head.documentId, head.stamp);
  }

  async of(ids: Iterable<string>): Promise<TrackedHead[]> {
    const wanted = [...ids];
    const unknown = wanted.filter((id) => !this.known.has(id));
    for (let at = 0; at < unknown.length; at += 500)
      for (const head of await this.store.heads(this.tenant, unknown.slice(at, at + 500))) this.keep(head);
    return wanted.flatMap((id) => this.known.get(id) ?? []);
  }
}

type Planned = PlannedDeliverables['deliverables'][number];

const deliverablesIn = (facts: readonly StoredFact[]): Planned[] =>
  facts.flatMap(({ body }) => (body.side === 'deliverable' ? [body] : []));

/** What other documents have that may speak of this one, or that this one may speak of: found by the store's index. */
interface Candidates {
  readonly values: ReadonlyMap<string, readonly FoundFact[]>;
  readonly deliverables: ReadonlyMap<string, readonly FoundFact[]>;
  /** By document: those of this one's deliverables that it may tell of. */
  readonly tellers: ReadonlyMap<string, ReadonlySet<Planned>>;
  /** How much each look gave, by look and document. */
  readonly found: ReadonlyMap<string, string>;
}

/** How often each look gave a document. */
function countedBy(looks: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const counts = new Map<string, number>();
  for (const [look, ids] of Object.entries(looks))
    for (const id of ids) counts.set(`${look} ${id}`, (counts.get(`${look} ${id}`) ?? 0) + 1);
  return new Map([...counts].map(([name, count]) => [name, String(count)]));
}

async function candidatesOf(
  store: TrackingStore,
  tenant: string,
  { documentId, place }: TrackedHead,
  { facts, marks }: DocumentFacts,
): Promise<Candidates> {
  const targets = await store.factsLike(tenant, 'target', place, keysOn(facts, 'report', 'target'));
  const reports = await store.factsLike(tenant, 'report', place, keysOn(facts, 'target'));
  const deliverables = await store.factsLike(tenant, 'deliverable', place, marks);
  const tellers = new Map<string, Set<Planned>>();
  const told: string[] = [];
  for (const deliverable of deliverablesIn(facts))
    for (const name of deliverable.names)
      for (const id of await store.documentsTelling(tenant, place, marksOf(name)))
        if (id !== documentId) {
          tellers.set(id, (tellers.get(id) ?? new Set()).add(deliverable));
          told.push(id);
        }
  return {
    values: byDocument([...targets, ...reports], documentId),
    deliverables: byDocument(deliverables, documentId),
    tellers,
    found: countedBy({
      targets: targets.map(({ documentId: id }) => id),
      reports: reports.map(({ documentId: id }) => id),
      deliverables: deliverables.map(({ documentId: id }) => id),
      tellers: told,
    }),
  };
}

/** Figures against promises, both ways. */
async function heldValues(own: FactDocument, { values }: Candidates, heads: Heads): Promise<Held[]> {
  return (await heads.of(values.keys())).flatMap((head) => {
    const other: FactDocument = {
      ...{ id: head.documentId, view: viewOf(head), subject: head.subject },
      facts: values.get(head.documentId) ?? [],
    };
    return [...holdValues(other, own), ...holdValues(own, other)];
  });
}

interface About {
  readonly facts: DocumentFacts;
  readonly head: TrackedHead;
  readonly heads: Heads;
  readonly candidates: Candidates;
}

/** Its own sentences on the deliverables of other documents. */
async function toldHere(
  deps: Dependencies,
  tenant: string,
  { facts, head, heads, candidates: { deliverables: found } }: About,
  signal: AbortSignal | undefined,
): Promise<Held[]> {
  const marks = new Set(facts.marks);
  const tells = ({ names }: Planned) => names.some((name) => marksOf(name).every((mark) => marks.has(mark)));
  const planned = (await heads.of(found.keys())).flatMap((plan): PlannedDeliverables[] => {
    const deliverables = deliverablesIn(found.get(plan.documentId) ?? []).filter(tells);
    return deliverables.length === 0 ? [] : [{ id: plan.documentId, view: viewOf(plan), deliverables }];
  });
  return newsIn(deps, tenant, head, planned, signal);
}

/** What earlier comers say of its own deliverables. */
async function toldElsewhere(
  deps: Dependencies,
  tenant: string,
  { head, heads, candidates: { tellers } }: About,
  signal: AbortSignal | undefined,
): Promise<Held[]> {
  const held: Held[] = [];
  for (const other of await heads.of(tellers.keys())) {
    const deliverables = [...(tellers.get(other.documentId) ?? [])];
    const plan = { id: head.documentId, view: viewOf(head), deliverables };
    held.push(...(await newsIn(deps, tenant, other, [plan], signal)));
  }
  return held;
}

async function newsIn(
  { store, extractor }: Dependencies,
  tenant: string,
  head: TrackedHead,
  plans: readonly PlannedDeliverables[],
  signal: AbortSignal | undefined,
): Promise<Held[]> {
  if (plans.length === 0) return [];
  const source = await store.text(tenant, head.documentId);
  if (!source) return [];
  const { file, documentId: id } = head;
  const corrected = fieldsSet((await store.document(tenant, id))?.meta ?? null);
  return [...(await extractor.news({ file, id, source, corrected }, plans, signal))];
}

/** The documents of the candidates as they are read now, their heads kept. */
async function keepHeads(heads: Heads, { values, deliverables, tellers }: Candidates): Promise<void> {
  await heads.of(new Set([...values.keys(), ...deliverables.keys(), ...tellers.keys()]));
}

const consideredIn = (heads: Heads, { found }: Candidates): Map<string, string> =>
  new Map([...heads.stamps, ...found]);

/** Whether the index gives the same documents in the same readings, and as much of each, as when it was asked for these. */
export async function stillHolds(
  store: TrackingStore,
  tenant: string,
  head: TrackedHead,
  facts: DocumentFacts,
  { considered }: Pick<HeldDocument, 'considered'>,
): Promise<boolean> {
  const heads = new Heads(store, tenant, head);
  const candidates = await candidatesOf(store, tenant, head, facts);
  await keepHeads(heads, candidates);
  const now = consideredIn(heads, candidates);
  return now.size === considered.size && [...now].every(([id, stamp]) => considered.get(id) === stamp);
}

/** Everything that a document says of the others' promises, and they of its own. */
export async function holdDocument(
  deps: Dependencies,
  tenant: string,
  head: TrackedHead,
  facts: DocumentFacts,
  signal?: AbortSignal,
): Promise<HeldDocument> {
  const heads = new Heads(deps.store, tenant, head);
  const candidates = await candidatesOf(deps.store, tenant, head, facts);
  await keepHeads(heads, candidates);
  const own = { id: head.documentId, view: viewOf(head), subject: head.subject, facts: facts.facts };
  const about = { facts, head, heads, candidates };
  const held = [
    ...(await heldValues(own, candidates, heads)),
    ...(await toldHere(deps, tenant, about, signal)),
    ...(await toldElsewhere(deps, tenant, about, signal)),
  ];
  const restsOn = new Set(held.flatMap((row) => [row.targetDocument, row.otherDocument]));
  const stamps = [...heads.stamps].filter(([id]) => id === head.documentId || restsOn.has(id));
  return { held, stamps: new Map(stamps), considered: consideredIn(heads, candidates) };
}
