import type { Item } from '../../../domain/item.js';
import type { State } from '../../../domain/standing.js';
import { namesOf } from '../shared/registry.js';
import { deadlineKeys } from '../shared/row-order.js';
import type { Session } from './session.js';
import { resolveUnit } from './units.js';

/** Where filters and counts look for the units of a row. Inside of a transaction. */
export function insertUnits(
  session: Session,
  tenant: string,
  row: {
    readonly n: number | bigint;
    readonly stance: string;
    readonly deadlineUp: string;
    readonly documentId: string;
    readonly place: number;
  },
  names: readonly string[],
): void {
  const add = session.statement('INSERT INTO item_units VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const { n, stance, deadlineUp, documentId, place } = row;
  for (const [position, name] of names.entries())
    add.run(n, position, resolveUnit(session, tenant, name), name, stance, deadlineUp, documentId, place);
}

/**
 * Has a row found under the deadline and the units that count, decisions considered; its item stays as it was said.
 * Inside of a transaction.
 * @returns units that it was found under before, where they have changed
 */
export function countBy(
  session: Session,
  tenant: string,
  { id, stance, responsible }: Pick<Item, 'id' | 'stance' | 'responsible'>,
  state: Pick<State, 'due' | 'responsible'>,
): string[] {
  const { statement } = session;
  const row = statement(
    'SELECT n, deadline_up, document_id, place FROM items WHERE tenant = ? AND id = ?',
  ).get(tenant, id) as { n: number; deadline_up: string; document_id: string; place: number } | undefined;
  if (!row) return [];
  const { deadlineUp, deadlineDown } = deadlineKeys(state.due);
  const names = namesOf({ responsible: state.responsible ?? responsible });
  const before = statement('SELECT unit_id, name FROM item_units WHERE item = ? ORDER BY position').all(
    row.n,
  ) as { unit_id: string; name: string }[];
  const sameUnits = names.length === before.length && before.every(({ name }, at) => name === names[at]);
  const sameDay = deadlineUp === row.deadline_up;
  if (!sameDay)
    statement('UPDATE items SET deadline_up = ?, deadline_down = ? WHERE n = ?').run(
      ...[deadlineUp, deadlineDown, row.n],
    );
  if (sameUnits && sameDay) return [];
  statement('DELETE FROM item_units WHERE item = ?').run(row.n);
  const { n, document_id: documentId, place } = row;
  insertUnits(session, tenant, { n, stance, deadlineUp, documentId, place }, names);
  return sameUnits ? [] : before.map(({ unit_id }) => unit_id);
}
