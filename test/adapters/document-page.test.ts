import { describe, expect, it } from 'vitest';
import { documentPage } from '../../src/adapters/export/html/document-page.js';
import { national } from '../../src/app/profiles/national.profile.js';
import type { StoredDocument } from '../../src/domain/document.js';
import type { LedgerRow } from '../../src/domain/ledger.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';

const hostile = '<script>alert(1)</script>"&\u202e';
const text = `${hostile}河口县住房工作计划\n\n到2026年底，新建保障性住房300套，城镇低保覆盖率达到100%。\n\n县住建局\n2025年3月1日\n`;
const source = {
  ...plainSource(text),
  pages: [
    { number: 1, start: 0, end: 30 },
    { number: 2, start: 30, end: text.length },
  ],
};
const { items, meta } = extract(source, 'a'.repeat(64), loadSegmenter().segmenter);
const document = {
  id: 'd',
  tenant: 't',
  name: `${hostile}.txt`,
  sha256: 'a'.repeat(64),
  meta,
} as unknown as StoredDocument;
const rows = items.map((item) => ({
  ...item,
  tenant: 't',
  documentId: 'd',
  document: { ...meta, name: 'x' },
  unitIds: [],
  state: null,
})) as unknown as LedgerRow[];
const reading = { day: '2025-06-01', profile: national, language: 'zh' as const };
const made = [...documentPage({ document, source, rows }, reading)].join('');

/** What a reader sees of the text's part of the page. */
const seen = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('a document saved as a page', () => {
  it('has the whole text, and nothing that a browser would run or fetch', () => {
    const flat = (words: string) => words.replace(/\s+|第 \d 页/g, '');
    expect(flat(seen(made))).toBe(flat(text));
    expect(made).not.toMatch(/<script|<img|<link|\ssrc=|https?:|\son[a-z]+=/i);
  });

  it('marks every item by name, and each leads to the other', () => {
    expect(rows.length).toBeGreaterThan(1);
    const ids = [...made.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...made.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThanOrEqual(2 * rows.length);
    for (const link of links) expect(ids).toContain(link);
    for (const { id } of rows) expect(ids).toEqual(expect.arrayContaining([`at-${id}`, `item-${id}`]));
  });

  it('is made in time linear to its items, however they overlap', () => {
    const [first] = rows;
    if (!first) throw new Error('no row');
    const long = '建'.repeat(200_000);
    const many = Array.from({ length: 5_000 }, (_, n) => ({
      ...first,
      id: `i${n}`,
      start: n * 20,
      end: n * 20 + 30,
      quote: '',
    }));
    const html = [
      ...documentPage({ document, source: { ...source, text: long, pages: [] }, rows: many }, reading),
    ].join('');
    expect(html.length).toBeLessThan(20_000_000);
    expect(html.match(/ id="at-/g)).toHaveLength(many.length);
  });
});
