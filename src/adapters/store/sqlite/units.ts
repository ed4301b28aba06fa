import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { unitId } from '../../../domain/identity.js';
import type { Unit } from '../../../domain/ledger.js';
import { inUnitOrder, registeredName } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import { recounted, rowsNumbered } from './promise-counts.js';
import type { Session } from './session.js';

interface NameRecord {
  readonly id: string;
  readonly name: string;
  readonly known_as: string;
}

/** The unit of a name or an alias; a new name registers one. Inside of a transaction. */
export function resolveUnit({ statement }: Session, tenant: string, name: string): string {
  const known = statement('SELECT unit_id FROM unit_names WHERE tenant = ? AND name = ?').pluck();
  const found = known.get(tenant, name) as string | undefined;
  if (found !== undefined) return found;
  const id = unitId(tenant, name);
  statement('INSERT INTO units VALUES (?, ?, ?)').run(id, tenant, name);
  statement('INSERT INTO unit_names VALUES (?, ?, ?)').run(tenant, name, id);
  return id;
}

/** Takes those units out of the registry that no item mentions any more and no person gave a name to. Inside of a transaction. */
export function forgetUnmentioned({ statement }: Session, tenant: string, ids: readonly string[]): void {
  const isNeeded = statement(
    `SELECT EXISTS (SELECT 1 FROM item_units WHERE unit_id = :id)
       OR (SELECT count(*) FROM unit_names WHERE unit_id = :id) > 1`,
  ).pluck();
  for (const id of ids) {
    if (isNeeded.get({ id }) === 1) continue;
    statement('DELETE FROM unit_names WHERE unit_id = ?').run(id);
    statement('DELETE FROM units WHERE tenant = ? AND id = ?').run(tenant, id);
  }
}

export function unitMethods(session: Session): Pick<LedgerStore, 'units' | 'addUnitAlias'> {
  const { statement } = session;

  const list = (tenant: string): Unit[] => {
    const records = statement(
      `SELECT units.id, units.name, unit_names.name AS known_as FROM units
       JOIN unit_names ON unit_id = units.id WHERE units.tenant = ?`,
    ).all(tenant) as NameRecord[];
    const units = new Map<string, Unit>();
    for (const { id, name, known_as } of records) {
      const unit = units.get(id) ?? { id, tenant, name, aliases: [] };
      if (known_as !== name) unit.aliases.push(known_as);
      units.set(id, unit);
    }
    return inUnitOrder([...units.values()]);
  };

  return {
    async units(tenant) {
      return list(tenant);
    },

    async addUnitAlias(tenant, id, given) {
      const alias = registeredName(wellFormed(given));
      session.write(() => {
        const known = statement('SELECT 1 FROM units WHERE tenant = ? AND id = ?').get(tenant, id);
        if (!known || alias === '') throw new JiannuoError('not-found', { what: 'unit', id });
        const owner = statement('SELECT unit_id FROM unit_names WHERE tenant = ? AND name = ?')
          .pluck()
          .get(tenant, alias) as string | undefined;
        if (owner === undefined) statement('INSERT INTO unit_names VALUES (?, ?, ?)').run(tenant, alias, id);
        else if (owner !== id) moveName(session, tenant, alias, owner, id);
      });
    },
  };
}

/** A registered name that becomes an alias brings its unit's other names with it: the two are one from now on. */
function moveName(session: Session, tenant: string, alias: string, from: string, to: string): void {
  const { statement } = session;
  const whole = statement('SELECT 1 FROM units WHERE id = ? AND name = ?').get(from, alias) !== undefined;
  const only = whole ? '' : ' AND name = ?';
  const which = whole ? [to, from] : [to, from, alias];
  statement(`UPDATE unit_names SET unit_id = ? WHERE unit_id = ?${only}`).run(...which);
  const items = statement('SELECT DISTINCT item FROM item_units WHERE unit_id = ?').pluck().all(from);
  recounted(session, tenant, rowsNumbered(items as number[]), () =>
    statement(`UPDATE item_units SET unit_id = ? WHERE unit_id = ?${only}`).run(...which),
  );
  if (whole) statement('DELETE FROM units WHERE tenant = ? AND id = ?').run(tenant, from);
}
