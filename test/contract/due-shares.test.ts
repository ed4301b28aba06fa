import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProfile } from '../../src/adapters/profile/load-profile.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { duePromises } from '../../src/app/standing/due.js';
import { dueShares } from '../../src/app/standing/due-shares.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { type Profile, profiles } from '../faults/support/profiles.js';
import { sharedExtractor } from '../support/shared-extractor.js';
import { arrive } from '../support/tracked-ledger.js';

const tenant = 'default';
const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029];
const text = `关于第7号建议的答复\n\n张代表：\n\n${years
  .map((year, n) => `到${year}年底，新建学校${n + 3}所。\n\n`)
  .join('')}澄岚市教育局\n2020年6月1日\n`;

describe.each(['embedded', 'cluster'] as const)('shares of what falls due: %s', (kind) => {
  let profile: Profile;
  let composition: Composition;
  let store: LedgerStore;
  beforeEach(async () => {
    profile = await profiles[kind]();
    composition = compose(readConfig(profile.environment), { extractor: sharedExtractor });
    store = await composition.store();
    await store.migrate();
    await arrive(store, { tenant, name: '7.txt', text });
  });
  afterEach(async () => {
    await composition.close();
    await profile.dispose();
  });

  it('are of what is overdue the newest, of what is ahead the next, and say what is left out', async () => {
    const { practice } = readConfig(profile.environment);
    const asked = { today: '2026-06-01', profile: loadProfile(practice), within: 3660 };
    const dues = async (overdue: number, ahead: number) => {
      const { rows, leftOut } = await dueShares(store, tenant, asked, { overdue, ahead });
      return { years: rows.map(({ due }) => Number(due.slice(0, 4))), leftOut };
    };
    const none = { count: 0, capped: false };
    expect(await dues(2, 3)).toEqual({
      years: [2024, 2025, 2026, 2027, 2028],
      leftOut: { overdue: { count: 3, capped: false }, ahead: { count: 1, capped: false } },
    });
    expect(await dues(5, 4)).toEqual({ years, leftOut: { overdue: none, ahead: none } });
    const all = await duePromises(store, tenant, asked);
    expect((await dueShares(store, tenant, asked)).rows).toEqual(all);
    expect(all).toHaveLength(years.length);
    expect(await duePromises(store, tenant, { ...asked, limit: 2 })).toEqual(all.slice(0, 2));
  });
});
