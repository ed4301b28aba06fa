import type { Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { unitId } from '../../../domain/identity.js';
import { isTaken, onceMoreWhenTaken } from '../../mongo/taken.js';
import { inUnitOrder, registeredName, unitIdsOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { ItemRecord, Models, UnitRecord } from './models.js';
import { recounted } from './promise-counts.js';

/** Unit ids by name, of the names asked for. What is read may still be on its way to a majority: what is written after it comes later. */
async function unitsByName(
  { units }: Models,
  tenant: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const records = await units
    .find({ tenant, names: { $in: names } })
    .readConcern('local')
    .lean<UnitRecord[]>();
  return new Map(records.flatMap(({ _id, names: known }) => known.map((name) => [name, _id] as const)));
}

/** Unit ids by name or alias; a new name registers a unit. Harmless where the extraction then fails. */
export async function registerUnits(
  models: Models,
  tenant: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  return onceMoreWhenTaken(async () => {
    const known = await unitsByName(models, tenant, names);
    const missing = names.filter((name) => !known.has(name));
    if (missing.length === 0) return known;
    const fresh = missing.map((name) => ({ _id: unitId(tenant, name), tenant, name, names: [name] }));
    try {
      await models.units.collection.insertMany(fresh as never[], { ordered: false, writeConcern: { w: 1 } });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    return unitsByName(models, tenant, names);
  });
}

/**
 * Takes those units out of the registry that no item mentions any more and no person gave a name to. Deleted first, then
 * looked for: an extraction that ends meanwhile either shows its mention here, and the unit comes back, or sees the
 * registry's new version, and registers it again.
 */
export async function forgetUnmentioned(
  { units, items, tenants }: Models,
  tenant: string,
  ids: readonly string[],
): Promise<void> {
  const isMentioned = async (id: string) => (await items.exists({ unitIds: id, tenant })) !== null;
  for (const id of ids) {
    if (await isMentioned(id)) continue;
    const unit = await units.findOneAndDelete({ _id: id, tenant, names: { $size: 1 } }).lean<UnitRecord>();
    if (!unit) continue;
    await tenants.updateOne({ _id: tenant }, { $inc: { registry: 1 } });
    if (!(await isMentioned(id))) continue;
    try {
      await units.collection.insertOne(unit as never);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

export function unitMethods(
  connection: Connection,
  models: Models,
): Pick<LedgerStore, 'units' | 'addUnitAlias'> {
  const { units, tenants } = models;

  /** Gives the unit the alias; tells whose it was before, with all its names where it is one of its own. */
  const takeName = async (tenant: string, id: string, alias: string) => {
    let moved: { from: string; names: readonly string[] } | null = null;
    await connection.transaction(async (session) => {
      moved = null;
      const target = await units.findOne({ _id: id, tenant }, null, { session }).lean<UnitRecord>();
      if (!target || alias === '') throw new JiannuoError('not-found', { what: 'unit', id });
      const owner = await units.findOne({ tenant, names: alias }, null, { session }).lean<UnitRecord>();
      if (owner?._id === id) return;
      const names = owner?.name === alias ? owner.names : [alias];
      if (owner?.name === alias) await units.deleteOne({ _id: owner._id }, { session });
      else if (owner) await units.updateOne({ _id: owner._id }, { $pull: { names: alias } }, { session });
      await units.updateOne({ _id: id }, { $addToSet: { names: { $each: names } } }, { session });
      await tenants.updateOne({ _id: tenant }, { $inc: { registry: 1 } }, { session });
      if (owner) moved = { from: owner._id, names };
    });
    return moved as { from: string; names: readonly string[] } | null;
  };

  return {
    async units(tenant) {
      const records = await units.find({ tenant }).lean<UnitRecord[]>();
      return inUnitOrder(
        records.map(({ _id, name, names }) => ({
          id: _id,
          tenant,
          name,
          aliases: names.filter((alias) => alias !== name),
        })),
      );
    },

    async addUnitAlias(tenant, id, given) {
      const alias = registeredName(wellFormed(given));
      const moved = await onceMoreWhenTaken(() => takeName(tenant, id, alias));
      // After the registry, not with it: an extraction that ends between the two sees the new registry and resolves again.
      const left = moved
        ? { tenant, unitIds: moved.from, unitNames: { $in: moved.names } }
        : { tenant, unitNames: alias, unitIds: { $ne: id } };
      await resolveAgain(connection, models, tenant, left);
    },
  };
}

async function resolveAgain(
  connection: Connection,
  models: Models,
  tenant: string,
  which: Record<string, unknown>,
): Promise<void> {
  for (;;) {
    const items = await models.items
      .find(which, { unitNames: 1 })
      .limit(500)
      .lean<Pick<ItemRecord, '_id' | 'unitNames'>[]>();
    if (items.length === 0) return;
    const byName = await unitsByName(models, tenant, [
      ...new Set(items.flatMap(({ unitNames }) => unitNames)),
    ]);
    const writes = items.map(({ _id, unitNames }) => ({
      updateOne: { filter: { _id }, update: { $set: { unitIds: unitIdsOf(unitNames, byName) } } },
    }));
    await connection.transaction((session) =>
      recounted(models, session, tenant, { _id: { $in: items.map(({ _id }) => _id) } }, () =>
        models.items.bulkWrite(writes, { session, ordered: false }),
      ),
    );
  }
}
