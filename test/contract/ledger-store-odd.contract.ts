import { expect, it } from 'vitest';
import { wellFormed } from '../../src/adapters/store/shared/well-formed.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { plainSource } from '../support/plain-source.js';
import { addDocument, addDone, allRows, newTenant, quotes } from './ledger-fixtures.js';

const odd = [
  `it's "quoted" \\ \\\\`,
  '100%_of [a-z]*(.+)?{2}|^$',
  '🏫👨‍👩‍👧𠮷㐀',
  'a\u0000b',
  'line\nfeed\ttab\u2028.',
  '$where {"$gt":""} __proto__',
  ';DROP TABLE items;--',
  'ＦＵＬＬ　ｗｉｄｔｈ',
  'half \ud83d pair \udc00',
  '“到2025年底”',
];

export function oddCases(store: () => LedgerStore): void {
  it('stores any characters and finds them literally', async () => {
    const tenant = newTenant();
    const given = odd.map((indicator) => ({ indicator, quote: indicator, responsible: [indicator] }));
    await addDone(store(), tenant, 'odd', given, { proposalNumber: odd[0] ?? '', issuer: odd.join('·') });
    const rows = await allRows(store(), tenant);
    // Half a surrogate pair is no character: it is kept as U+FFFD, so that offsets hold.
    expect(rows.map(({ indicator }) => indicator)).toEqual(odd.map(wellFormed));
    for (const [n, words] of odd.entries()) {
      const found = async (filter: object) => (await quotes(store(), tenant, filter)).length;
      expect(await found({ indicator: words }), words).toBe(1);
      expect(await found({ unit: words }), words).toBe(1);
      expect(await found({ authority: words }), words).toBe(odd.length);
      expect(await found({ text: words }), words).toBeGreaterThanOrEqual(1);
      expect(await found({ proposal: words }), words).toBe(n === 0 ? odd.length : 0);
    }
  });

  it('finds nothing, and does not stumble, where wildcards would find all', async () => {
    const tenant = newTenant();
    await addDone(store(), tenant, 'plain', [{ indicator: '新建学校', responsible: ['教育局'] }]);
    for (const words of [
      '%',
      '_',
      '.*',
      '^',
      '[新]',
      '新%校',
      '新.学',
      '\\',
      '"',
      "'",
      '*',
      '$',
      'AND',
      '(',
      '\u0000',
    ])
      for (const name of ['indicator', 'unit', 'authority', 'text', 'proposal', 'documentId'])
        expect(await quotes(store(), tenant, { [name]: words }), `${name}=${words}`).toEqual([]);
  });

  it('tells large letters from small in names, not in full text', async () => {
    const tenant = newTenant();
    await addDone(store(), tenant, 'case', [
      { indicator: '5G基站', quote: '建设5G基站', responsible: ['ABC公司'] },
    ]);
    expect(await quotes(store(), tenant, { indicator: '5g' })).toEqual([]);
    expect(await quotes(store(), tenant, { unit: 'abc' })).toEqual([]);
    expect(await quotes(store(), tenant, { text: '5g' })).toHaveLength(1);
  });

  it('keeps names and texts of any characters', async () => {
    const tenant = newTenant();
    const document = await addDocument(store(), tenant, `a'b"c%_🏫`);
    expect(document.name).toBe(`a'b"c%_🏫.txt`);
    const text = odd.join('\f');
    await store().saveText(tenant, document.id, plainSource(text));
    const kept = await store().text(tenant, document.id);
    expect(kept?.text).toBe(wellFormed(text));
    expect(kept?.text.length).toBe(text.length);
  });
}
