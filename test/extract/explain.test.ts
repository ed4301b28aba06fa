import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/extract/examine.js';
import { explainItem, sayRule } from '../../src/extract/explain/explain-item.js';
import { ruleTable } from '../../src/extract/explain/rule-table.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';
import { fixtureTexts, framed } from './corpus.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
const code = [...files('src/extract'), ...files('src/text')]
  .filter((path) => !/\/(?:explain|findings|confidence)\//.test(path))
  .map((path) => ({ path: path.slice(root.length), text: readFileSync(path, 'utf8') }));

const explained = (field: string, rule: string) => sayRule(field, rule).zh !== rule;
const { segmenter } = loadSegmenter();
const examined = (text: string) => examine(plainSource(text), 'a'.repeat(64), segmenter);

/** Every wording of the corpora, in its frame. */
function wordings(): string[] {
  const folder = join(root, 'fixtures/corpus');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { cases, negatives = [] } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const all = [...cases.flatMap((each: { strings?: string[] }) => each.strings ?? []), ...negatives];
      return all
        .flatMap((each: string | { strings?: string[] }) =>
          typeof each === 'string' ? each : (each.strings ?? []),
        )
        .flatMap((wording: string) =>
          (['reply', 'plan'] as const).map((frame) => framed(wording, frame).text),
        );
    });
}

describe('every rule is explained', () => {
  it('that the fixtures and the corpora give', () => {
    const unknown = new Set<string>();
    for (const text of [...fixtureTexts().map((each) => each.text), ...wordings()]) {
      const { items, considered } = examined(text);
      for (const item of items)
        for (const { field, reasons } of explainItem(item))
          for (const { rule, says } of reasons) if (says.zh === rule) unknown.add(`${field} ${rule}`);
      for (const { rule } of considered.dropped)
        if (!explained('left out', rule)) unknown.add(`left out ${rule}`);
    }
    expect([...unknown]).toEqual([]);
    // Thousands of texts: seconds on an idle machine, a minute on a busy one.
  }, 180_000);

  it('that the code names', () => {
    const fields = Object.keys(ruleTable);
    const unknown = code.flatMap(({ path, text }) => {
      const named = [...text.matchAll(/\brule: '([^']+)'|drop\('([^']+)'\)/gu)].map(
        (m) => m[1] ?? m[2] ?? '',
      );
      const leaned = [...text.matchAll(/'((?:paragraph|sentence|section|date|done|goal):[^']+)'/gu)].map(
        (m) => m[1] ?? '',
      );
      const noted = [...text.matchAll(/because\(\s*draft,\s*'(\w+)',\s*'([^']+)'/gu)];
      // Handed on to `because` by the refiner itself.
      const indicators = [...text.matchAll(/'(indicator:[^']+)'/gu)].map((m) => m[1] ?? '');
      return [
        ...indicators.filter((rule) => !explained('indicator', rule)),
        ...[...named, ...leaned]
          .map((rule) => (/values\/(?:date|date-forms|season)\.ts$/u.test(path) ? `date:${rule}` : rule))
          .filter((rule) => !fields.some((field) => explained(field, rule))),
        ...noted.filter(([, field = '', rule = '']) => !explained(field, rule)).map(([whole]) => whole),
      ];
    });
    expect(unknown).toEqual([]);
  });

  it('and no other: each line of the table stands for a name in the code', () => {
    const source = code.map(({ text }) => text).join('\n');
    const dead = Object.values(ruleTable)
      .flat()
      .map(({ name }) => name)
      .filter((name) => {
        const front = name.replace(/\*$/u, '');
        const [family = '', rest] = [front.split(':')[0], front.slice(front.indexOf(':') + 1)];
        const madeUp = source.includes(`\`${family}:\${`) && (rest === '' || source.includes(`'${rest}'`));
        const inColumns =
          /^(?:kind|column|deadline|missing|strength):/u.test(front) && source.includes(`\`${family}:\${`);
        return (
          !source.includes(`'${front}'`) &&
          !source.includes(`'${front}`) &&
          !madeUp &&
          !inColumns &&
          !source.includes(`\`${front}\${`)
        );
      });
    expect(dead).toEqual([]);
  });
});

describe('explain', () => {
  it('names the words that a rule went by, where they stand in the source', () => {
    const { text } = framed('到2025年底，力争县域就诊率达到92%以上。', 'reply');
    const [item] = examined(text).items;
    if (!item) expect.fail('no item');
    const reasons = explainItem(item).flatMap((each) => each.reasons);
    const words = reasons.flatMap((reason) => reason.words ?? []);
    expect(words.map((each) => each.text)).toContain('力争');
    for (const { start, end, text: said } of words) expect(text.slice(start, end)).toBe(said);
  });

  it('tells what was considered and left out, with its place', () => {
    const { text } = framed(
      '我们按照《关于新建30所学校的方案》，打造15分钟服务圈，将于2025年底前新建学校3所。',
      'reply',
    );
    const { considered, items } = examined(text);
    expect(items.map(({ value }) => value)).toEqual([3]);
    expect(considered.dropped.map(({ quote, rule }) => [quote, rule])).toEqual(
      expect.arrayContaining([
        ['30所', 'in-title'],
        ['15分钟', 'name-of-circle'],
      ]),
    );
    for (const { start, end, quote } of considered.dropped) expect(text.slice(start, end)).toBe(quote);
  });
});
