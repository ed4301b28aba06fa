import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { Language } from '../../domain/phrase.js';
import type { Held } from '../../track/ledger/held.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { type Passage, passageAround } from '../query/passage.js';
import {
  type DeniedEvidence,
  deniedEvidence,
  type ShownEvidence,
  type Sources,
  shownEvidence,
  sourcesOf,
} from '../standing/shown-evidence.js';
import type { Reading } from '../standing/statuses.js';
import { type ToldStanding, toldStanding } from '../standing/told-standing.js';

/** What a report says of one promise: its words beside the promise's own. */
export interface ReportLink {
  readonly row: LedgerRow;
  readonly passage: Passage | null;
  readonly standing: ToldStanding;
  /** Of this report alone. */
  readonly evidence: readonly ShownEvidence[];
  readonly related: readonly ShownEvidence[];
  readonly denied: readonly DeniedEvidence[];
  /** The report sets another target or day for the promise. */
  readonly changes: boolean;
}

export interface LinksAnswer {
  readonly links: readonly ReportLink[];
  /** How many promises the report speaks of. */
  readonly total: number;
  readonly nextCursor: string | null;
}

type Store = Pick<LedgerStore, 'document' | 'heldBy' | 'row' | 'rows' | 'standing' | 'text'>;

/** Where the report speaks of a promise; a deliverable's later day is not placed. */
function placeOf({ body }: Held): number {
  if (body.kind === 'figure') return body.report.item.start;
  if (body.kind === 'progress') return body.evidence.start;
  return body.kind === 'later' ? body.later.item.start : Number.MAX_SAFE_INTEGER;
}

async function heldIn(store: Store, tenant: string, documentId: string): Promise<readonly Held[]> {
  if (!(await store.document(tenant, documentId)))
    throw new JiannuoError('not-found', { what: 'document', id: documentId });
  return store.heldBy(tenant, documentId);
}

interface Spoken {
  readonly item: string;
  readonly place: number;
  readonly changes: boolean;
}

/** The promises that rows speak of, in the order of the report. */
function spokenOf(held: readonly Held[]): Spoken[] {
  const spoken = new Map<string, Spoken>();
  for (const row of held) {
    const known = spoken.get(row.targetItem);
    spoken.set(row.targetItem, {
      item: row.targetItem,
      place: Math.min(placeOf(row), known?.place ?? Number.MAX_SAFE_INTEGER),
      changes: known?.changes === true || row.body.kind === 'later' || row.body.kind === 'moved',
    });
  }
  return [...spoken.values()].sort((a, b) => a.place - b.place || (a.item < b.item ? -1 : 1));
}

async function linkOf(
  store: Store,
  tenant: string,
  sources: Sources,
  { item, changes }: Spoken,
  documentId: string,
  reading: Reading & { readonly language: Language },
): Promise<ReportLink | null> {
  const [row, standing] = await Promise.all([store.row(tenant, item), store.standing(tenant, item)]);
  if (!row || !standing) return null;
  const told = toldStanding(standing, reading);
  const here = <T extends { readonly documentId: string | null }>(all: readonly T[]) =>
    all.filter((each) => each.documentId === documentId);
  const source = await sources.text(row.documentId);
  return {
    row,
    passage: source && passageAround(source.text, row),
    standing: told,
    evidence: await shownEvidence(sources, here(told.evidence), told.decisions),
    related: await shownEvidence(sources, here(told.related), told.decisions),
    denied: here(await deniedEvidence(sources, told.decisions)),
    changes,
  };
}

/**
 * What a report says of promises, in its own order, one page.
 * @param page `cursor`: how many came before. Faults: `not-found`, `cursor-invalid`.
 */
export async function reportLinks(
  store: Store,
  tenant: string,
  documentId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  reading: Reading & { readonly language: Language },
): Promise<LinksAnswer> {
  const spoken = spokenOf(await heldIn(store, tenant, documentId));
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new JiannuoError('cursor-invalid');
  const from = Number(cursor ?? 0);
  const sources = sourcesOf(store, tenant);
  const links: ReportLink[] = [];
  for (const each of spoken.slice(from, from + limit)) {
    const link = await linkOf(store, tenant, sources, each, documentId, reading);
    if (link) links.push(link);
  }
  const next = from + limit;
  return { links, total: spoken.length, nextCursor: next < spoken.length ? String(next) : null };
}

export interface Unmentioned {
  readonly rows: readonly LedgerRow[];
  /** There are more than are shown. */
  readonly capped: boolean;
}

const isOpen = ({ state }: LedgerRow): boolean =>
  !state?.closed && !state?.vague && (state?.doubleOf ?? null) === null;

/** Open promises that a report says nothing of, in documents of whose other promises it does. Fault: `not-found`. */
export async function unmentioned(
  store: Store,
  tenant: string,
  documentId: string,
  cap: number,
): Promise<Unmentioned> {
  const held = await heldIn(store, tenant, documentId);
  const spoken = new Set(held.map(({ targetItem }) => targetItem));
  const rows: LedgerRow[] = [];
  for (const target of [...new Set(held.map(({ targetDocument }) => targetDocument))].sort()) {
    let cursor: string | undefined;
    do {
      const filter = { documentId: target, stance: 'commitment' as const };
      const page = await store.rows(tenant, filter, { sort: 'document', limit: 500, cursor });
      rows.push(...page.rows.filter((row) => !spoken.has(row.id) && isOpen(row)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && rows.length <= cap);
    if (rows.length > cap) break;
  }
  return { rows: rows.slice(0, cap), capped: rows.length > cap };
}
