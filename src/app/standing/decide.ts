import { z } from 'zod';
import {
  type Correction,
  type DecisionBody,
  decidedDaySchema,
  decisionBodySchema,
  decisionKinds,
  sentCorrectionSchema,
} from '../../domain/decision.js';
import { JiannuoError } from '../../domain/errors.js';
import { evidenceId } from '../../domain/identity.js';
import { phrase } from '../../domain/phrase.js';
import type { Standing } from '../../domain/standing.js';
import type { Evidence } from '../../domain/tracking.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { queryFault } from '../query/ledger-query.js';
import { anchorOf } from './resolve.js';

/** A decision as it is asked for: evidence by its short id, another promise by its own. */
export const decisionInputSchema = z.strictObject({
  kind: z.enum(decisionKinds),
  reason: z.string().trim().min(1).max(2000),
  evidence: z.string().min(1).max(64).optional(),
  due: decidedDaySchema.optional(),
  fields: sentCorrectionSchema.optional(),
  into: z.string().min(1).max(64).optional(),
});

/** The same with who makes it. */
export const decisionRequestSchema = decisionInputSchema.extend({
  by: z.string().trim().min(1).max(100),
  /** How many decisions its maker saw; those there are where it is not said. */
  version: z.int().nonnegative().optional(),
});
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

type Store = Pick<LedgerStore, 'row' | 'standing' | 'decide'>;

const needed = (parameter: string) =>
  new JiannuoError('query-invalid', {
    parameter,
    reason: phrase('这种决定需要它', 'this decision needs it'),
  });

function evidenceOf(standing: Standing, id: string) {
  const all: readonly Evidence[] = [standing.ahead, standing.past].flatMap((each) => [
    ...each.evidence,
    ...each.related,
  ]);
  const known = standing.decisions.flatMap(({ body }) => ('evidence' in body ? [body.evidence] : []));
  const found = [...all, ...known].find(
    ({ documentId, start, quote }) => evidenceId(documentId ?? '', start, quote) === id,
  );
  if (!found) throw new JiannuoError('not-found', { what: 'evidence', id });
  const { documentId, start, end, quote } = found;
  return { documentId: documentId ?? '', start, end, quote };
}

async function bodyOf(
  store: Store,
  tenant: string,
  standing: Standing,
  { kind, evidence, due, fields, into }: DecisionRequest,
): Promise<DecisionBody> {
  const made = async (): Promise<object> => {
    if (kind === 'confirm' || kind === 'deny') {
      if (evidence === undefined) throw needed('evidence');
      return { kind, evidence: evidenceOf(standing, evidence) };
    }
    if (kind === 'extend') return { kind, due: due ?? fail('due') };
    if (kind === 'correct' || kind === 'adjust') return { kind, fields: fields ?? fail('set') };
    if (kind !== 'merge') return { kind };
    const other = await store.row(tenant, into ?? fail('into'));
    if (other?.stance !== 'commitment' || other.id === standing.itemId || other.state?.doubleOf)
      throw new JiannuoError('not-found', { what: 'commitment', id: into ?? '' });
    return { kind, into: anchorOf(other.documentId, other) };
  };
  const parsed = decisionBodySchema.safeParse(await made());
  if (!parsed.success) throw queryFault(parsed.error.issues);
  return parsed.data;
}

function fail(parameter: string): never {
  throw needed(parameter);
}

/**
 * Makes a decision on a promise.
 * @param id the item's, as it is read now
 * Faults: `not-found`, `query-invalid`, `decision-conflict`.
 */
export async function decideOn(
  store: Store,
  tenant: string,
  id: string,
  request: DecisionRequest,
  now: Date,
): Promise<Standing> {
  const [row, standing] = await Promise.all([store.row(tenant, id), store.standing(tenant, id)]);
  if (!row || !standing) throw new JiannuoError('not-found', { what: 'commitment', id });
  const body = await bodyOf(store, tenant, standing, request);
  const decision = {
    ...{ tenant, anchor: anchorOf(row.documentId, row), body, reason: request.reason },
    ...{ madeBy: request.by, madeAt: now.toISOString() },
  };
  return store.decide(tenant, decision, request.version ?? standing.state.version);
}

/** `value=300`, `unit=张`, `responsible=甲局、乙局`, `deadline=` for none: fields as the command line gives them. */
export function fieldsOf(words: readonly string[]): Correction {
  const fields = Object.fromEntries(
    words.map((each) => {
      const at = each.indexOf('=');
      const [name, value] = at < 0 ? [each, ''] : [each.slice(0, at), each.slice(at + 1)];
      if (name === 'value' || name === 'valueMax') return [name, value === '' ? Number.NaN : Number(value)];
      if (name === 'responsible') return [name, value.split(/[、,，]/u).filter(Boolean)];
      return [name, name === 'deadline' && value === '' ? null : value];
    }),
  );
  const parsed = sentCorrectionSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new JiannuoError('query-invalid', {
    parameter: 'set',
    reason: issue ? queryFault([issue]).message : '',
  });
}
