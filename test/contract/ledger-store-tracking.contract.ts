import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { correctionsOf, type MetaFields } from '../../src/domain/meta-correction.js';
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

  /** Read wrongly: the report is older than the plan, the change came before it, the other county's report is this county's. */
  const corrections = {
    plan: { docNumber: '浔政办发〔2024〕3号' },
    firstReport: { date: '2024-01-08' },
    change: { date: '2024-01-20' },
    elsewhere: { title: '浔岭县2025年养老服务工作总结', issuer: '浔岭县民政局', date: '2026-02-05' },
  } as const satisfies Partial<Record<Name, MetaFields>>;
  type Corrected = keyof typeof corrections;
  const set = async (tenant: string, id: string, name: Corrected) => {
    const seen = correctionsOf((await store().document(tenant, id))?.meta ?? null).length;
    const said = { reason: '封面写错了', madeBy: '王编辑', madeAt: '2026-03-01T08:00:00.000Z' };
    await store().correctMeta(tenant, id, { ...said, fields: corrections[name] }, seen);
  };
  const correct = async (tenant: string, id: string, name: Corrected) => {
    await set(tenant, id, name);
    await retrack(store(), tenant, id);
  };

  it('holds documents by what people set of them, whenever they do', async () => {
    const first = newTenant();
    for (const name of names) {
      const id = await take(first, name);
      if (name in corrections) await correct(first, id, name as Corrected);
    }
    expect(await verdictsOf(first)).toEqual([
      ['plan', expect.stringContaining('占比'), 'met', 'met'],
      // Of the county's own reports the one that was set tells of 20; the change is older than the plan.
      ['plan', expect.stringContaining('服务中心'), 'met', 'met'],
      // The report that is older than the plan says nothing of it; the one that was set is of 2024 too.
      ['plan', expect.stringContaining('改造'), 'met', 'met'],
      ['plan', expect.stringContaining('护理员'), 'no_evidence', 'no_evidence'],
      ['plan', expect.stringContaining('老年大学'), 'met', 'met'],
      ['plan', expect.stringContaining('办法'), 'in_progress', 'not_met'],
    ]);
    const wanted = await end(first);
    const all = [...names, ...(Object.keys(corrections) as Corrected[]).map((name) => `correct ${name}`)];
    const order = fc.shuffledSubarray(all, { minLength: all.length });
    const property = fc.asyncProperty(order, async (given) => {
      const tenant = newTenant();
      const ids = new Map<string, string>();
      const waiting = new Set<string>();
      for (const event of given) {
        const name = event.replace('correct ', '') as Name;
        const id = ids.get(name);
        if (event === name) ids.set(name, await take(tenant, name));
        else if (id !== undefined) await correct(tenant, id, name as Corrected);
        // Nobody corrects what is not there yet: right after it comes.
        else waiting.add(name);
        const come = event === name && waiting.has(name) ? ids.get(name) : undefined;
        if (come !== undefined) await correct(tenant, come, name as Corrected);
      }
      expect(await end(tenant)).toEqual(wanted);
    });
    await fc.assert(property, { numRuns: 6 });
  });

  it('writes nothing over what was held since by a correction', async () => {
    const [one, two] = [newTenant(), newTenant()];
    const report = await take(one, 'firstReport');
    await correct(one, report, 'firstReport');
    await take(one, 'plan');
    const late = await take(two, 'firstReport');
    let come = false;
    const interrupted = new Proxy(store(), {
      get(target, key) {
        if (key === 'saveHeld')
          return async (...asked: Parameters<LedgerStore['saveHeld']>) => {
            if (!come) {
              come = true;
              await correct(two, late, 'firstReport');
            }
            return target.saveHeld(...asked);
          };
        const method: unknown = Reflect.get(target, key);
        return typeof method === 'function' ? method.bind(target) : method;
      },
    });
    await arrive(interrupted, { tenant: two, name: 'plan', text: plan });
    expect(come).toBe(true);
    expect(await end(two)).toEqual(await end(one));
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
