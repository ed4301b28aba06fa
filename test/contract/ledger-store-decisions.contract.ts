import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { profiles } from '../../src/app/profiles/index.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { standingFilter } from '../../src/app/standing/standing-filter.js';
import { statusesOf } from '../../src/app/standing/statuses.js';
import type { DecisionBody } from '../../src/domain/decision.js';
import { documentId, sha256Hex } from '../../src/domain/identity.js';
import type { Item } from '../../src/domain/item.js';
import type { LedgerRow } from '../../src/domain/ledger.js';
import {
  claimedStatuses,
  lights,
  type Standing,
  schedules,
  verifiedStatuses,
} from '../../src/domain/standing.js';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import fc from '../support/seeded.js';
import { type Arrival, arrive, promises, standings } from '../support/tracked-ledger.js';
import { newTenant } from './ledger-fixtures.js';

const texts = { plan, firstReport, change, lastReport };
type Name = keyof typeof texts;
const names = Object.keys(texts) as Name[];

/** An engine that sees less: quotes begin two characters later, so that every id is another. */
const trimmed = (items: readonly Item[]): Item[] =>
  items.map((item) => {
    const cut = item.valueStart === null ? 2 : Math.min(2, item.valueStart - item.start);
    return { ...item, start: item.start + cut, quote: item.quote.slice(cut) };
  });

const at = (n: number): string => new Date(Date.UTC(2025, 5, 1, 0, n)).toISOString();

const withoutIds = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      /^(?:documentId|tenant|id|itemId|doubleOf)$/.test(key) ? undefined : inner,
    ),
  );

export function decisionCases(store: () => LedgerStore): void {
  const take = (tenant: string, name: Name, otherwise: Partial<Arrival> = {}) =>
    arrive(store(), { tenant, name, text: texts[name], ...otherwise });
  const planned = async (tenant: string) =>
    (await promises(store(), tenant)).filter(({ document }) => document.name === 'plan');
  const named = async (tenant: string, words: string): Promise<LedgerRow> => {
    const row = (await planned(tenant)).find(({ quote }) => quote.includes(words));
    if (!row) throw new Error(`no promise of ${words}`);
    return row;
  };
  let minute = 0;
  const decide = (tenant: string, row: LedgerRow, body: DecisionBody, version: number, when = at(++minute)) =>
    store().decide(
      tenant,
      { tenant, anchor: anchorOf(row.documentId, row), body, reason: '经核实', madeBy: '甲', madeAt: when },
      version,
    );
  const evidenceIn = (tenant: string, name: Name, quote: string) => {
    const start = texts[name].indexOf(quote);
    const from = documentId(tenant, sha256Hex(Buffer.from(texts[name])));
    return { documentId: from, start, end: start + quote.length, quote };
  };

  it('appends a decision, and tells the second of two who decide at once', async () => {
    const tenant = newTenant();
    await take(tenant, 'plan');
    const row = await named(tenant, '护理员');
    const both = await Promise.allSettled([
      decide(tenant, row, { kind: 'close' }, 0),
      decide(tenant, row, { kind: 'vague' }, 0),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one): one is PromiseRejectedResult => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'decision-conflict',
      parameters: { id: row.id, expected: 0, found: 1 },
    });
    expect((await store().standing(tenant, row.id))?.state.version).toBe(1);
    const other = await named(tenant, '占比');
    await expect(decide(tenant, other, { kind: 'close' }, 0)).resolves.toMatchObject({
      state: { closed: true },
    });
    await expect(decide(tenant, row, { kind: 'reopen' }, 1)).resolves.toMatchObject({
      state: { version: 2 },
    });
  });

  it('refuses a decision on what is not there, and one of another office', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    await take(tenant, 'plan');
    const row = await named(tenant, '护理员');
    await expect(decide(other, row, { kind: 'close' }, 0)).rejects.toMatchObject({ code: 'not-found' });
    const gone = { ...row, id: 'gone', quote: '另有一事', start: 0, end: 4, valueStart: 0, valueEnd: 4 };
    await expect(decide(tenant, gone, { kind: 'close' }, 0)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves evidence out that was denied, and takes it in again when it is confirmed', async () => {
    const tenant = newTenant();
    for (const name of names) await take(tenant, name);
    const row = await named(tenant, '占比');
    const evidence = evidenceIn(tenant, 'lastReport', '全县养老机构护理型床位占比达到61.3%');
    expect((await decide(tenant, row, { kind: 'deny', evidence }, 0)).state).toMatchObject({
      past: 'not_met',
    });
    expect((await decide(tenant, row, { kind: 'confirm', evidence }, 1)).state).toMatchObject({
      past: 'met',
    });
  });

  it('judges by what was adjusted, extended or corrected; the promise stays as it was said', async () => {
    const tenant = newTenant();
    for (const name of names) await take(tenant, name);
    const centres = await named(tenant, '服务中心');
    const adjusted = await decide(
      tenant,
      centres,
      { kind: 'adjust', fields: { value: 9, deadline: '2026-06-30' } },
      0,
    );
    expect(adjusted.state).toMatchObject({ due: '2026-06-30', ahead: 'met' });
    const flats = await named(tenant, '改造');
    const corrected = await decide(tenant, flats, { kind: 'correct', fields: { value: 4000 } }, 0);
    expect(corrected.state.past).not.toBe('met');
    const rules = await named(tenant, '办法');
    expect((await decide(tenant, rules, { kind: 'extend', due: '2027-12-31' }, 0)).state.due).toBe(
      '2027-12-31',
    );
    const before = (await planned(tenant)).map(({ quote, value, deadline }) => ({ quote, value, deadline }));
    expect(before).toContainEqual({ quote: centres.quote, value: 12, deadline: centres.deadline });
  });

  it('carries decisions and claims over to what another engine reads, and shows what it cannot', async () => {
    const tenant = newTenant();
    await take(tenant, 'plan', { rules: 'older', reading: trimmed });
    await take(tenant, 'lastReport');
    const [closed, kept] = [await named(tenant, '护理员'), await named(tenant, '办法')];
    await decide(tenant, closed, { kind: 'close' }, 0);
    await decide(tenant, kept, { kind: 'vague' }, 0);
    const anchor = anchorOf(kept.documentId, kept);
    const claim = {
      tenant,
      anchor,
      state: 'under_way' as const,
      text: '正在征求意见',
      files: [],
      unit: null,
    };
    await store().claim(tenant, { ...claim, madeBy: '乙', madeAt: at(900) });
    const without = (items: readonly Item[]) => items.filter(({ quote }) => !quote.includes('护理员'));
    await take(tenant, 'plan', { rules: 'newer', reading: without });
    const now = await named(tenant, '办法');
    expect(now.id).not.toBe(kept.id);
    expect(await store().standing(tenant, now.id)).toMatchObject({
      state: { version: 1, vague: true, claimed: 'under_way' },
      decisions: [{ carried: true }],
    });
    expect(await store().lost(tenant)).toMatchObject([
      { body: { kind: 'close' }, anchor: { quote: closed.quote } },
    ]);
    await take(tenant, 'plan');
    expect(await store().lost(tenant)).toEqual([]);
    expect((await store().standing(tenant, (await named(tenant, '护理员')).id))?.state.closed).toBe(true);
  });

  it('lists by the three statuses and the light, as they are told of each', async () => {
    const tenant = newTenant();
    for (const name of names) await take(tenant, name);
    const [closed, vague] = [await named(tenant, '办法'), await named(tenant, '护理员')];
    await decide(tenant, closed, { kind: 'close' }, 0);
    await decide(tenant, vague, { kind: 'vague' }, 0);
    const claimed = await named(tenant, '老年大学');
    const claim = { tenant, anchor: anchorOf(claimed.documentId, claimed), state: 'done' as const, text: '' };
    await store().claim(tenant, { ...claim, files: [], unit: null, madeBy: '乙', madeAt: at(901) });
    const all = await promises(store(), tenant);
    let shown = 0;
    for (const profile of profiles)
      for (const today of ['2024-01-01', '2025-12-15', '2026-01-01', '2027-06-01'])
        for (const asked of [
          ...lights.map((light) => ({ light })),
          ...verifiedStatuses.map((verified) => ({ verified })),
          ...schedules.map((schedule) => ({ schedule })),
          ...claimedStatuses.map((each) => ({ claimed: each })),
        ]) {
          const standing = standingFilter(asked, { today, profile });
          const page = { sort: 'document', limit: 500, cursor: undefined } as const;
          const found = (await store().rows(tenant, { standing }, page)).rows.map(({ id }) => id);
          const wanted = all.filter(({ state }) =>
            Object.entries(asked).every(
              ([name, value]) =>
                state && statusesOf(state, today, profile)[name as keyof typeof asked] === value,
            ),
          );
          expect(found.sort(), JSON.stringify({ asked, today })).toEqual(wanted.map(({ id }) => id).sort());
          shown += found.length;
        }
    expect(shown).toBe(all.length * 4 * profiles.length * 4);
  });

  const quotes = ['占比', '服务中心', '改造', '护理员', '老年大学', '办法'];
  const body = fc.oneof(
    fc.constantFrom<DecisionBody>(
      { kind: 'close' },
      { kind: 'reopen' },
      { kind: 'vague' },
      { kind: 'clear' },
      { kind: 'extend', due: '2027-06-30' },
      { kind: 'adjust', fields: { deadline: '2026-03-31' } },
      { kind: 'correct', fields: { responsible: ['县民政局'] } },
      { kind: 'unmerge' },
    ),
    fc.constantFrom('deny' as const, 'confirm' as const).map((kind) => ({ link: kind })),
  );
  const step = fc.oneof(
    fc.record({ arrive: fc.constantFrom(...names), older: fc.boolean() }),
    fc.record({ on: fc.constantFrom(...quotes), body }),
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  /** Every standing by what it is of, with the number of decisions made. */
  async function play(tenant: string, steps: readonly Step[]): Promise<number> {
    let made = 0;
    for (const [n, each] of steps.entries()) {
      if ('arrive' in each) {
        await take(tenant, each.arrive, each.older ? { rules: 'older', reading: trimmed } : {});
        continue;
      }
      const row = (await planned(tenant)).find(({ quote }) => quote.includes(each.on));
      if (!row) continue;
      const link = evidenceIn(tenant, 'lastReport', '全县养老机构护理型床位占比达到61.3%');
      const decision: DecisionBody =
        'link' in each.body ? { kind: each.body.link, evidence: link } : each.body;
      const version = (await store().standing(tenant, row.id))?.state.version ?? -1;
      await decide(tenant, row, decision, version, at(n));
      made += 1;
    }
    for (const name of names) await take(tenant, name);
    return made;
  }
  const told = (all: readonly Standing[]) =>
    withoutIds(
      all.map((standing) => ({
        ...standing,
        // The anchor tells as what the item was read when the decision was made.
        decisions: standing.decisions.map(({ anchor: _, ...decision }) => decision),
      })),
    );

  it('loses no decision and comes to the same end, whatever happens in which order', async () => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const [mixed, plain] = [newTenant(), newTenant()];
      const first: Step = { arrive: 'plan', older: false };
      const made = await play(mixed, [first, ...steps]);
      const end = await standings(store(), mixed);
      expect(end.reduce((sum, { decisions }) => sum + decisions.length, 0)).toBe(made);
      expect(await store().lost(mixed)).toEqual([]);
      // The same decisions at the same times, with nothing read otherwise in between and all reports at the end.
      const quiet = steps.map((each): Step => ('arrive' in each ? first : each));
      expect(await play(plain, [first, ...quiet])).toBe(made);
      expect(told(await standings(store(), plain))).toEqual(told(end));
    });
    await fc.assert(property, { numRuns: 10 });
  });
}
