import type { LedgerRow } from '../../domain/ledger.js';
import type { RowBounds } from '../../domain/people.js';
import type { Language } from '../../domain/phrase.js';
import { explainItem } from '../../extract/explain/explain-item.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { Passage } from '../query/passage.js';
import { showRow } from '../query/query.js';
import {
  type DeniedEvidence,
  deniedEvidence,
  type ShownEvidence,
  shownEvidence,
  sourcesOf,
} from './shown-evidence.js';
import type { Reading } from './statuses.js';
import { type ToldStanding, toldStanding } from './told-standing.js';

export interface PromiseEvidence {
  readonly row: LedgerRow;
  readonly passage: Passage | null;
  /** null until the promise has been tracked, and for a result. */
  readonly standing: ToldStanding | null;
  readonly evidence: readonly ShownEvidence[];
  readonly related: readonly ShownEvidence[];
  readonly denied: readonly DeniedEvidence[];
  /** Why each field of the row reads as it does. */
  readonly explained: readonly ExplainedField[];
}

interface ExplainedField {
  readonly field: string;
  readonly reasons: readonly {
    readonly rule: string;
    readonly says: string;
    /** What it went by. */
    readonly words: string | null;
  }[];
}

const explained = (row: LedgerRow, language: Language): ExplainedField[] =>
  explainItem(row).map(({ field, reasons }) => ({
    field,
    reasons: reasons.map(({ rule, says, words }) => ({
      rule,
      says: says[language],
      words: words?.text ?? null,
    })),
  }));

/** All that bears on a promise, with the words that it rests on. Fault: `not-found`. */
export async function promiseEvidence(
  store: Pick<LedgerStore, 'row' | 'text' | 'document' | 'count' | 'standing'>,
  tenant: string,
  id: string,
  reading: Reading & { readonly language: Language },
  within?: RowBounds,
): Promise<PromiseEvidence> {
  const { row, passage, standing } = await showRow(store, tenant, id, within);
  const told = standing && toldStanding(standing, reading);
  const sources = sourcesOf(store, tenant);
  const decisions = told?.decisions ?? [];
  return {
    row,
    passage,
    standing: told,
    evidence: await shownEvidence(sources, told?.evidence ?? [], decisions),
    related: await shownEvidence(sources, told?.related ?? [], decisions),
    denied: await deniedEvidence(sources, decisions),
    explained: explained(row, reading.language),
  };
}
