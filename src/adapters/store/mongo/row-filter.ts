import { proposalNumberWritings } from '../../../domain/identity.js';
import { stances } from '../../../domain/item.js';
import type { BoundFilter, LedgerFilter } from '../../../domain/ledger.js';
import type { StandingFilter } from '../../../domain/standing.js';
import { noDeadlineUp } from '../shared/row-order.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Models, UnitRecord } from './models.js';
import { statusesOn } from './standing-expression.js';

export type Condition = Record<string, unknown>;

const nothing: Condition = { _id: { $in: [] } };

/** A part of a string, literally: no character in it has a meaning, and a pattern may hold no NUL. */
function part(words: string): Condition {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/#\-\s]/gu, '\\$&').replaceAll('\u0000', '\\x00');
  return { $regex: literal };
}

async function unitsNamed({ units }: Models, tenant: string, words: string): Promise<UnitRecord[]> {
  return units.find({ tenant, names: part(words) }).lean<UnitRecord[]>();
}

async function unitCondition(
  models: Models,
  tenant: string,
  filter: LedgerFilter,
  unit: string,
): Promise<Condition> {
  const ids = (await unitsNamed(models, tenant, unit)).map(({ _id }) => _id);
  // The stance is always said, so that the deadline's bounds reach the index of units.
  return {
    unitIds: ids.length === 1 ? ids[0] : { $in: ids },
    stance: filter.stance ?? { $in: [...stances] },
  };
}

async function authorityCondition(models: Models, tenant: string, words: string): Promise<Condition> {
  const alike = new Set((await unitsNamed(models, tenant, words)).flatMap(({ names }) => names));
  const issuers: (string | null)[] = await models.documents.distinct('meta.issuer', { tenant });
  const wanted = issuers.filter((issuer) => issuer !== null && (issuer.includes(words) || alike.has(issuer)));
  return { 'document.issuer': { $in: wanted } };
}

async function proposalCondition({ documents }: Models, tenant: string, number: string): Promise<Condition> {
  const written = { $in: proposalNumberWritings(number) };
  const ids = await documents.distinct('_id', {
    $or: [
      { tenant, 'found.number': written },
      { tenant, 'given.number': written },
    ],
  });
  return { documentId: { $in: ids } };
}

/** Promises whose statuses on a day are among those allowed. */
const standingCondition = ({ allowed, ...days }: StandingFilter): Condition => ({
  'state.dueUp': { $exists: true },
  $expr: { $in: [statusesOn(days), [...allowed]] },
});

function deadlineBounds({ deadlineFrom, deadlineTo, noDeadline }: LedgerFilter): Condition[] {
  const bounds = {
    ...(deadlineFrom !== undefined && { $gte: deadlineFrom }),
    ...(deadlineTo !== undefined && { $lte: deadlineTo }),
  };
  const bounded = Object.keys(bounds).length > 0;
  return [
    ...(noDeadline === true ? [{ deadlineUp: noDeadlineUp }] : []),
    ...(bounded || noDeadline === false ? [{ deadlineUp: { ...bounds, $lt: noDeadlineUp } }] : []),
  ];
}

/** Enough to tell a rare word from a common one. */
const commonFrom = 500;

/** The rarest word first: the planner walks the index of the first one, and looks at each of its rows. */
async function textCondition(
  { items }: Models,
  tenant: string,
  terms: readonly string[],
): Promise<Condition> {
  if (terms.length === 0) return nothing;
  if (terms.length === 1) return { terms: terms[0] };
  const counted = terms.map(async (term) => ({
    term,
    rows: await items.countDocuments({ tenant, terms: term }, { limit: commonFrom }),
  }));
  const byRarity = (await Promise.all(counted)).sort((a, b) => a.rows - b.rows);
  return { terms: { $all: byRarity.map(({ term }) => term) } };
}

/** The rows that whoever asks is bound to; bound to nothing, none. */
async function boundsCondition(
  { documents }: Models,
  tenant: string,
  within: NonNullable<BoundFilter['within']>,
): Promise<Condition> {
  if ('unitIds' in within) return { unitIds: { $in: [...within.unitIds] } };
  const $in = [...within.proposalIds];
  const ids = await documents.distinct('_id', {
    $or: [
      { tenant, 'found.id': { $in } },
      { tenant, 'given.id': { $in } },
    ],
  });
  return { documentId: { $in: ids } };
}

/**
 * The filter over `items`, units and proposals looked up.
 * @param terms of the filter's text, null where it has none
 */
export async function rowCondition(
  models: Models,
  tenant: string,
  given: BoundFilter,
  terms: readonly string[] | null,
): Promise<Condition> {
  const filter = wellFormed(given);
  const { stance, kind, strength, hedged, missing, documentId, documentKind } = filter;
  const { lessSureThan, reviewed } = filter;
  const { unit, unitId, authority, indicator, proposal, place } = filter;
  const conditions: Condition[] = [
    {
      tenant,
      ...(stance !== undefined && { stance }),
      ...(kind !== undefined && { kind }),
      ...(strength !== undefined && { strength }),
      ...(hedged !== undefined && { hedged }),
      ...(missing !== undefined && { missing }),
      ...(lessSureThan !== undefined && { 'item.confidence.row': { $lt: lessSureThan / 100 } }),
      ...(reviewed !== undefined && { 'state.review': reviewed ? { $ne: null } : null }),
      ...(documentId !== undefined && { documentId }),
      ...(place !== undefined && { place }),
      ...(documentKind !== undefined && { 'document.kind': documentKind }),
      ...(indicator !== undefined && { indicator: part(indicator) }),
    },
    ...deadlineBounds(filter),
  ];
  if (unitId !== undefined) conditions.push({ unitIds: unitId, stance: stance ?? { $in: [...stances] } });
  if (unit !== undefined) conditions.push(await unitCondition(models, tenant, filter, unit));
  if (authority !== undefined) conditions.push(await authorityCondition(models, tenant, authority));
  if (proposal !== undefined) conditions.push(await proposalCondition(models, tenant, proposal));
  if (filter.standing !== undefined) conditions.push(standingCondition(filter.standing));
  if (terms !== null) conditions.push(await textCondition(models, tenant, terms));
  if (filter.within) conditions.push(await boundsCondition(models, tenant, filter.within));
  return { $and: conditions };
}
