import { setImmediate as otherWork } from 'node:timers/promises';
import type { StoredDocument } from '../../domain/document.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { type Reading, type Statuses, statusesOf } from './statuses.js';

/**
 * solved-but-open: answered as solved, but the text holds a promise that nothing shows to be kept · planned-without:
 * answered as under way or planned, but the promise names no deadline or no owner · planned-nothing: no promise at all ·
 * look-back: 回头看, what was answered as solved or planned and has not been shown to be kept when it was due
 */
export const auditKinds = ['solved-but-open', 'planned-without', 'planned-nothing', 'look-back'] as const;
export type AuditKind = (typeof auditKinds)[number];

export interface AuditFinding {
  readonly kind: AuditKind;
  readonly resultClass: string;
  readonly document: Pick<StoredDocument, 'id' | 'name'> & { readonly title: string | null };
  readonly proposalNumber: string | null;
  readonly row: LedgerRow | null;
  readonly statuses: Statuses | null;
}

async function* replies(store: Pick<LedgerStore, 'documents'>, tenant: string) {
  let cursor: string | undefined;
  do {
    const page = await store.documents(tenant, { limit: 100, cursor, status: 'done' });
    yield* page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function promisesOf(store: Pick<LedgerStore, 'rows'>, tenant: string, documentId: string) {
  const rows: LedgerRow[] = [];
  let cursor: string | undefined;
  do {
    const filter = { documentId, stance: 'commitment' as const };
    const page = await store.rows(tenant, filter, { sort: 'document', limit: 200, cursor });
    rows.push(...page.rows);
    await otherWork();
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

function kindsOf(meaning: string, row: LedgerRow, statuses: Statuses | null): AuditKind[] {
  const kept = row.state?.closed === true || statuses?.verified === 'met';
  const incomplete = row.missing.includes('deadline') || row.missing.includes('owner');
  return [
    ...(meaning === 'solved' && !kept ? (['solved-but-open'] as const) : []),
    ...(meaning === 'planned' && incomplete && !kept ? (['planned-without'] as const) : []),
    ...(!kept && statuses?.schedule === 'overdue' ? (['look-back'] as const) : []),
  ];
}

export interface AuditAsked extends Reading {
  /** Of this kind alone. */
  readonly kind?: AuditKind | undefined;
  /** No more are looked for. */
  readonly limit?: number;
}

/** What a reply's class says against what its text holds, document by document, with the process's other work in between. */
export async function auditReplies(
  store: Pick<LedgerStore, 'documents' | 'rows'>,
  tenant: string,
  { today, profile, kind: only, limit = Number.POSITIVE_INFINITY }: AuditAsked,
): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for await (const { id, name, meta } of replies(store, tenant)) {
    if (findings.length >= limit) break;
    const resultClass = meta?.resultClass;
    const meaning = resultClass && profile.resultClasses[resultClass];
    if (!resultClass || (meaning !== 'solved' && meaning !== 'planned')) continue;
    const of = {
      resultClass,
      document: { id, name, title: meta.title },
      proposalNumber: meta.proposalNumber,
    };
    const rows = (await promisesOf(store, tenant, id)).filter(
      ({ state }) => !state?.vague && !state?.doubleOf,
    );
    const asked = (kind: AuditKind) => only === undefined || only === kind;
    if (meaning === 'planned' && rows.length === 0 && asked('planned-nothing'))
      findings.push({ kind: 'planned-nothing', ...of, row: null, statuses: null });
    for (const row of rows) {
      const statuses = row.state && statusesOf(row.state, today, profile);
      for (const kind of kindsOf(meaning, row, statuses).filter(asked))
        findings.push({ kind, ...of, row, statuses });
    }
  }
  return findings.slice(0, limit);
}
