import { bare, type Models } from './models.js';
import { registerUnits } from './units.js';

/** Which unit a name is, remembered for as long as no name changes its unit. */
export interface Registry {
  /** Unit ids by name; a new name registers a unit. */
  resolve(tenant: string, names: readonly string[]): Promise<Resolved>;
  /** Whether it is still so. Where it is not, what was remembered is forgotten. */
  stillHolds(tenant: string, resolved: Resolved): Promise<boolean>;
}

export interface Resolved {
  readonly version: number;
  readonly unitByName: ReadonlyMap<string, string>;
}

interface Remembered extends Resolved {
  readonly unitByName: Map<string, string>;
}

const mostRemembered = 20_000;

export function createRegistry(models: Models): Registry {
  const byTenant = new Map<string, Remembered>();

  const versionOf = async (tenant: string) =>
    (await bare(models.tenants).findOne({ _id: tenant }))?.registry ?? 0;

  // The version is read before the names: a change in between shows as a newer version later, never as none.
  const remembered = async (tenant: string): Promise<Remembered> => {
    const known = byTenant.get(tenant);
    if (known && known.unitByName.size < mostRemembered) return known;
    const fresh = { version: await versionOf(tenant), unitByName: new Map<string, string>() };
    byTenant.set(tenant, fresh);
    return fresh;
  };

  return {
    async resolve(tenant, names) {
      const known = await remembered(tenant);
      const { unitByName } = known;
      const unknown = names.filter((name) => !unitByName.has(name));
      if (unknown.length > 0)
        for (const [name, id] of await registerUnits(models, tenant, unknown)) unitByName.set(name, id);
      return known;
    },
    async stillHolds(tenant, { version }) {
      if (version === (await versionOf(tenant))) return true;
      byTenant.delete(tenant);
      return false;
    },
  };
}
