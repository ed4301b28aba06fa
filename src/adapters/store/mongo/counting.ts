import type { ClientSession } from 'mongoose';
import type { Item } from '../../../domain/item.js';
import type { Standing } from '../../../domain/standing.js';
import { namesOf, unitIdsOf } from '../shared/registry.js';
import { deadlineKeys, noDeadlineUp } from '../shared/row-order.js';
import { bare, type ItemRecord, type Models } from './models.js';
import { registerUnits } from './units.js';

/** What a row is found by, decisions considered; its item stays as it was said. */
type Counted = Partial<Pick<ItemRecord, 'deadlineUp' | 'deadlineDown' | 'unitNames' | 'unitIds'>>;

type Old = Pick<ItemRecord, 'state' | 'unitNames' | 'unitIds'>;

const answersByDecision = { 'state.responsible': { $exists: true } };

/** Names that by decision answer for rows of a document. What is read may still be on its way to a majority. */
export async function decidedNames({ items }: Models, documentId: string): Promise<string[]> {
  const records = await items
    .find({ documentId, ...answersByDecision }, { unitNames: 1 })
    .readConcern('local')
    .lean<Pick<ItemRecord, 'unitNames'>[]>();
  return records.flatMap(({ unitNames }) => unitNames);
}

/** A row that takes the place of an old one is found by the same, until it is tracked anew. */
export function countedBefore(
  { state, unitNames, unitIds }: Old,
  unitByName: ReadonlyMap<string, string>,
): Counted {
  if (!state) return {};
  const keys = deadlineKeys(state.dueUp === noDeadlineUp ? null : state.dueUp);
  if (!state.responsible) return keys;
  const known = unitNames.every((name) => unitByName.has(name));
  return { ...keys, unitNames, unitIds: known ? unitIdsOf(unitNames, unitByName) : unitIds };
}

export interface Recount {
  readonly byItem: ReadonlyMap<string, Counted>;
  /** Units that rows were found under before. */
  readonly left: readonly string[];
}

/**
 * Units of rows that answer otherwise than their documents say, or did until now. Takes the office's turn: a name that
 * changes its unit comes before this or after it.
 */
export async function recountUnits(
  models: Models,
  session: ClientSession,
  tenant: string,
  documentId: string,
  said: ReadonlyMap<string, Pick<Item, 'responsible'>>,
  standings: readonly Standing[],
): Promise<Recount> {
  const states = new Map(standings.map(({ itemId, state }) => [itemId, state]));
  const decided = standings.filter(({ state }) => state.responsible).map(({ itemId }) => itemId);
  const found = await models.items
    .find(
      { documentId, $or: [answersByDecision, { itemId: { $in: decided } }] },
      { itemId: 1, unitNames: 1, unitIds: 1 },
    )
    .session(session)
    .lean<Pick<ItemRecord, 'itemId' | 'unitNames' | 'unitIds'>[]>();
  const changed = found.flatMap(({ itemId, unitNames, unitIds }) => {
    const state = states.get(itemId);
    const responsible = state?.responsible ?? said.get(itemId)?.responsible;
    if (!state || !responsible) return [];
    const names = namesOf({ responsible });
    return names.join('\n') === unitNames.join('\n') ? [] : [{ itemId, names, unitIds }];
  });
  if (changed.length === 0) return { byItem: new Map(), left: [] };
  await bare(models.tenants).updateOne({ _id: tenant }, { $inc: { turn: 1 } } as object, { session });
  const unitByName = await registerUnits(models, tenant, [...new Set(changed.flatMap(({ names }) => names))]);
  return {
    byItem: new Map(
      changed.map(({ itemId, names }) => [
        itemId,
        { unitNames: names, unitIds: unitIdsOf(names, unitByName) },
      ]),
    ),
    left: changed.flatMap(({ unitIds }) => unitIds),
  };
}
