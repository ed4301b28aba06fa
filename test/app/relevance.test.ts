import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { ledgerQuerySchema, parseQuery } from '../../src/app/query/ledger-query.js';
import { listRows } from '../../src/app/query/query.js';
import { rankedRows, relevance } from '../../src/app/query/relevance.js';
import { addDone, items, newTenant, tokenize } from '../contract/ledger-fixtures.js';

const row = (quote: string, indicator = '', ...responsible: string[]) => ({ quote, indicator, responsible });

describe('a row is nearer', () => {
  const words = '养老床位';
  it.each([
    ['by its indicator than by its quote', row('新增3000张', words), row('新增养老床位3000张', '床位')],
    ['by its units than by its quote', row('办好', '', '养老院'), row('办好养老院', '', '民政局'), '养老院'],
    ['by words together than apart', row('新增养老床位3000张'), row('养老机构的床位新增300张')],
    [
      'by a short quote than a long one',
      row('新增养老床位3000张'),
      row('新增养老床位3000张，其中护理型2000张'),
    ],
    ['by all of the words than by one', row('养老床位和护理员'), row('养老床位和护工'), '床位 护理员'],
    ['whatever the case', row('GDP增长5%', 'GDP'), row('GDP增长5%', '增长'), 'gdp'],
  ])('%s', (_why, near, far, asked = words) => {
    expect(relevance(near, asked)).toBeGreaterThan(relevance(far, asked));
  });

  it('is a number for any words', () => {
    for (const asked of ['', ' ', '村', '\u{20bb7}', '。']) {
      expect(relevance(row(''), asked)).toBeGreaterThanOrEqual(0);
      expect(relevance(row('到2025年底，建成𠮷祥小学2所', '小学'), asked)).toBeLessThan(10);
    }
  });
});

describe('the ledger by relevance', () => {
  let store: LedgerStore;
  const tenant = newTenant();
  const matching = rankedRows + 130;
  beforeAll(async () => {
    store = openSqliteStore({ file: ':memory:', tokenize });
    await store.migrate();
    const old = [{ quote: '校', indicator: '校' }];
    await addDone(store, tenant, 'old', old, { date: '2001-01-01' });
    const many = Array.from({ length: matching - 2 }, (_, n) => ({
      quote: `第${n}所校舍`,
      indicator: n === 300 ? '校舍' : '用房',
    }));
    await addDone(store, tenant, 'many', many, { date: '2023-01-01' });
    await addDone(store, tenant, 'new', [{ quote: '校', indicator: '门' }], { date: '2024-01-01' });
    await addDone(store, tenant, 'other', [{ quote: '道路', indicator: '路' }]);
  });
  afterAll(() => store.close());

  const ask = (query: Record<string, string>) =>
    listRows(store, tenant, parseQuery(ledgerQuerySchema, { text: '校', sort: 'relevance', ...query }));
  const all = async (limit: number) => {
    const rows: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ask({ limit: String(limit), ...(cursor && { cursor }) });
      rows.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return rows;
  };

  it('shows the nearest first, and newer ones among equals', async () => {
    const { rows } = await ask({ limit: '3' });
    expect(rows.map(({ indicator, quote }) => `${indicator} ${quote}`)).toEqual([
      '校舍 第300所校舍',
      '门 校',
      '用房 第0所校舍',
    ]);
  });

  it('shows each row once whatever the page, those beyond the rank last', async () => {
    const whole = await all(500);
    expect(new Set(whole).size).toBe(matching);
    expect(whole).toHaveLength(matching);
    for (const limit of [23, 64, 499]) expect(await all(limit)).toEqual(whole);
    // The oldest is the nearest of all, and lies beyond what is ranked.
    expect(whole.at(-1)).toBe(items('old', [{ quote: '校', indicator: '校' }])[0]?.id);
  });

  it('refuses a mark of another order, and one whose row is gone', async () => {
    const invalid = { code: 'cursor-invalid' };
    const { nextCursor } = await ask({ limit: '5', sort: 'document' });
    await expect(ask({ cursor: nextCursor ?? '' })).rejects.toMatchObject(invalid);
    const gone = Buffer.from(JSON.stringify(['relevance', 'after', 'gone'])).toString('base64url');
    await expect(ask({ cursor: gone })).rejects.toMatchObject(invalid);
    await expect(ask({ cursor: gone, sort: 'document' })).rejects.toMatchObject(invalid);
  });
});
