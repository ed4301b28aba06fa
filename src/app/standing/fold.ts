import { dayOf } from '../../domain/day.js';
import type { Claim, Correction, Decision, EvidenceAnchor } from '../../domain/decision.js';
import type { CarriedDecision, Judgement, Standing } from '../../domain/standing.js';
import type { FactView } from '../../track/fact/document-view.js';
import type { FactBody } from '../../track/ledger/document-facts.js';
import type { Held } from '../../track/ledger/held.js';
import { judge } from '../../track/ledger/judge.js';
import { withFields } from '../../track/ledger/with-fields.js';
import { isEvidence } from './resolve.js';

/** All that bears on one promise. */
export interface Material {
  readonly documentId: string;
  readonly view: FactView;
  readonly body: FactBody;
  readonly held: readonly Held[];
  /** Those that are on this item, in their order. */
  readonly decisions: readonly Decision[];
  readonly claims: readonly Claim[];
}

/** The place of the words that a row holds for evidence; null for a row that is none. */
function placeOfEvidence({ body, otherDocument }: Held): EvidenceAnchor | null {
  const of = body.kind === 'figure' ? body.report.item : body.kind === 'progress' ? body.evidence : null;
  return of && { documentId: otherDocument, start: of.start, end: of.end, quote: of.quote };
}

const speaksOf = (anchor: EvidenceAnchor, held: Held): boolean => {
  const place = placeOfEvidence(held);
  return place !== null && isEvidence(anchor, place);
};

interface Decided {
  readonly fields: Correction;
  readonly closed: boolean;
  readonly vague: boolean;
  readonly doubleOf: string | null;
  readonly review: 'accepted' | 'rejected' | null;
  readonly added: boolean;
  /** The last word on each link. */
  readonly links: readonly { readonly anchor: EvidenceAnchor; readonly holds: boolean }[];
  /** The day on which the promise itself was last set anew: what documents said of it until then is settled. */
  readonly settledOn: string | null;
}

function decide(decided: Decided, { body, madeAt }: Decision): Decided {
  switch (body.kind) {
    case 'accept':
      return { ...decided, review: 'accepted' };
    case 'reject':
      return { ...decided, review: 'rejected' };
    case 'unreview':
      return { ...decided, review: null };
    case 'confirm':
    case 'deny':
      return {
        ...decided,
        links: [...decided.links, { anchor: body.evidence, holds: body.kind === 'confirm' }],
      };
    case 'correct':
      return { ...decided, review: 'accepted', fields: { ...decided.fields, ...body.fields } };
    case 'adjust':
      return {
        ...decided,
        fields: { ...decided.fields, ...body.fields },
        settledOn: dayOf(new Date(madeAt)),
      };
    case 'extend':
      return {
        ...decided,
        fields: { ...decided.fields, deadline: body.due },
        settledOn: dayOf(new Date(madeAt)),
      };
    case 'close':
      return { ...decided, closed: true };
    case 'reopen':
      return { ...decided, closed: false };
    case 'vague':
      return { ...decided, vague: true };
    case 'clear':
      return { ...decided, vague: false };
    case 'merge':
      return { ...decided, doubleOf: body.into.itemId };
    case 'unmerge':
      return { ...decided, doubleOf: null };
    case 'add':
      return {
        ...decided,
        ...{ added: true, review: 'accepted', fields: { ...decided.fields, ...body.fields } },
      };
    case 'remove':
      return { ...decided, added: false, review: null };
  }
}

const undecided: Decided = {
  fields: {},
  closed: false,
  vague: false,
  doubleOf: null,
  review: null,
  added: false,
  links: [],
  settledOn: null,
};

/** Beyond every day and before all of them: a verdict hangs on the day only by whether the deadline is past. */
const days = { ahead: '0000-01-01', past: '9999-12-31' } as const;

/** Where a promise stands. A function of its material, whichever order that came in. */
export function standingOf(material: Material): Standing {
  const { documentId, view, body, held, decisions, claims } = material;
  const decided = decisions.reduce(decide, undecided);
  const lastWord = (row: Held): boolean | null =>
    decided.links.filter(({ anchor }) => speaksOf(anchor, row)).at(-1)?.holds ?? null;
  const settled = (row: Held): boolean =>
    decided.settledOn !== null &&
    (row.body.kind === 'later' || row.body.kind === 'moved') &&
    (row.view.day === null || row.view.day <= decided.settledOn);
  const rows = held.filter((row) => lastWord(row) !== false && !settled(row));
  const promise = withFields(body, decided.fields);
  const judged = (asOf: string): Judgement => {
    const { verdict, evidence, related, reasons } = judge(promise, view, rows, asOf);
    // The day is told when it is read.
    return { verdict, evidence, related, reasons: reasons.filter(({ code }) => !code.startsWith('due-')) };
  };
  const ahead = judged(days.ahead);
  const past = judged(days.past);
  const confirmed = rows.some((row) => lastWord(row) === true);
  const carried = (decision: Decision): CarriedDecision => {
    const of = 'evidence' in decision.body ? decision.body.evidence : null;
    return { ...decision, carried: of === null || held.some((row) => speaksOf(of, row)) };
  };
  return {
    itemId: body.item.id,
    documentId,
    state: {
      version: decisions.length,
      due: promise.item.deadline?.date ?? null,
      ahead: ahead.verdict,
      past: past.verdict,
      disputed: past.reasons.some(({ code }) => code === 'differs') && !confirmed,
      claimed: claims.at(-1)?.state ?? 'none',
      closed: decided.closed,
      vague: decided.vague || decided.review === 'rejected',
      doubleOf: decided.doubleOf,
      ...(decided.fields.responsible && { responsible: decided.fields.responsible }),
      ...(decided.review && { review: decided.review }),
      ...(decided.added && { added: true as const }),
    },
    ahead,
    past,
    fields: decided.fields,
    decisions: decisions.map(carried),
    claims,
  };
}
