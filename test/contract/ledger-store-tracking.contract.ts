import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { change, elsewhere, firstReport, lastReport, plan } from '../support/river-county.js';
import fc from '../support/seeded.js';
import { arrive, promises, retrack, standings } from '../support/tracked-ledger.js';
import { newTenant } from './ledger-fixtures.js';

const texts = { plan, firstReport, change, lastReport, elsewhere };
type Name = keyof typeof texts;
const names = Object.keys(texts) as Name[];

/** Document ids hang on the office: what is compared is told by names. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      /^(?:documentId|tenant|id)$/.test(key) ? undefined : inner,
    ),
  );

export function trackingCases(store: () => LedgerStore): void {
  const take = async (tenant: string, name: Name, rules?: string) =>
    arrive(store(), { tenant, name, text: texts[name], ...(rules !== undefined && { rules }) });
  const end = async (tenant: string) => withoutIds(await standings(store(), tenant));
  const verdictsOf = async (tenant: string) => {
    const rows = await promises(store(), tenant);
    const told = rows.map(async ({ id, quote, document }) => {
      const standing = await store().standing(tenant, id);
      return [document.name, quote, standing?.state.ahead, standing?.state.past];
    });
    return (await Promise.all(told)).filter(([name]) => name === 'plan');
  };

  it('holds a report against the promises of its place, and nothing else', async () => {
    const tenant = newTenant();
    for (const name of ['plan', 'firstReport', 'elsewhere'] as const) await take(tenant, name);
    expect(await verdictsOf(tenant)).toEqual([
      ['plan', expect.stringContaining('占比'), 'in_progress', 'not_met'],
      ['plan', expect.stringContaining('服务中心'), 'in_progress', 'no_evidence'],
      ['plan', expect.stringContaining('改造'), 'met', 'met'],
      ['plan', expect.stringContaining('护理员'), 'no_evidence', 'no_evidence'],
      ['plan', expect.stringContaining('老年大学'), 'in_progress', 'not_met'],
      ['plan', expect.stringContaining('办法'), 'no_evidence', 'no_evidence'],
    ]);
  });

  it('gives what a document says of the promises of others', async () => {
    const tenant = newTenant();
    await take(tenant, 'plan');
    const report = await take(tenant, 'firstReport');
    const told = await store().heldBy(tenant, report);
    const rows = await promises(store(), tenant);
    const spoken = new Set(told.map(({ targetItem }) => rows.find(({ id }) => id === targetItem)?.quote));
    expect([...spoken].sort()).toEqual([
      '全县养老机构护理型床位占比达到60%以上',
      '完成特殊困难老年人家庭适老化改造400户',
      '建成乡镇综合养老服务中心12个',
      '建成浔岭县老年大学新校区并投入使用',
    ]);
    expect(told.every(({ otherDocument }) => otherDocument === report)).toBe(true);
    expect(await store().heldBy(newTenant(), report)).toEqual([]);
  });

  it('gives the same end for every order in which documents come', async () => {
    const first = newTenant();
    for (const name of names) await take(first, name);
    const wanted = await end(first);
    expect(await verdictsOf(first)).toEqual([
      ['plan', expect.stringContaining('占比'), 'met', 'met'],
      ['plan', expect.stringContaining('服务中心'), 'changed', 'changed'],
      ['plan', expect.stringContaining('改造'), 'met', 'met'],
      ['plan', expect.stringContaining('护理员'), 'no_evidence', 'no_evidence'],
      ['plan', expect.stringContaining('老年大学'), 'met', 'met'],
      ['plan', expect.stringContaining('办法'), 'in_progress', 'not_met'],
    ]);
    const order = fc.shuffledSubarray(names, { minLength: names.length });
    const property = fc.asyncProperty(order, fc.array(fc.nat(4), { maxLength: 3 }), async (given, again) => {
      const tenant = newTenant();
      const ids: string[] = [];
      for (const name of given) ids.push(await take(tenant, name));
      for (const n of again) await retrack(store(), tenant, ids[n] ?? '');
      expect(await end(tenant)).toEqual(wanted);
    });
    await fc.assert(property, { numRuns: 8 });
  });

  it('gives the same end when all come at once', async () => {
    const [one, many] = [newTenant(), newTenant()];
    for (const name of names) await take(one, name);
    await Promise.all(names.map((name) => take(many, name)));
    expect(await end(many)).toEqual(await end(one));
  });

  it('sees one that comes in between two looks at the index', async () => {
    const [one, two] = [newTenant(), newTenant()];
    for (const name of ['plan', 'firstReport'] as const) await take(one, name);
    let come = false;
    const interrupted = new Proxy(store(), {
      get(target, key) {
        if (key === 'factsLike')
          return async (...asked: Parameters<LedgerStore['factsLike']>) => {
            const found = await target.factsLike(...asked);
            if (asked[1] === 'report' && !come) {
              come = true;
              await take(two, 'firstReport');
            }
            return found;
          };
        const method: unknown = Reflect.get(target, key);
        return typeof method === 'function' ? method.bind(target) : method;
      },
    });
    await arrive(interrupted, { tenant: two, name: 'plan', text: plan });
    expect(come).toBe(true);
    const byQuote = (all: unknown) => JSON.stringify(all);
    expect(byQuote(await end(two))).toBe(byQuote(await end(one)));
  });

  it('gives the same end after an engine of another version', async () => {
    const [once, twice] = [newTenant(), newTenant()];
    for (const name of names) await take(once, name);
    for (const name of names) await take(twice, name, 'older');
    for (const name of names) await take(twice, name);
    expect(await end(twice)).toEqual(await end(once));
  });

  it('shows one office nothing of another', async () => {
    const [one, other] = [newTenant(), newTenant()];
    await take(one, 'plan');
    await take(other, 'lastReport');
    expect((await verdictsOf(one)).map(([, , ahead]) => ahead)).not.toContain('met');
    const [row] = await promises(store(), one);
    expect(await store().standing(other, row?.id ?? '')).toBeNull();
  });
}
