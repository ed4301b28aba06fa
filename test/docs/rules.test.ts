import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleTable } from '../../src/extract/explain/rule-table.js';

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');

it('docs/rules.md shows every line of the table of rules, and no other', () => {
  const shown = [...page.matchAll(/^\| [^|]+ \| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gmu)].map(
    ([, name, en, zh]) => `${name} ${en} ${zh}`,
  );
  const lines = Object.values(ruleTable)
    .flat()
    .map(({ name, says }) => `${name} ${says.en} ${says.zh}`);
  expect(new Set(shown)).toEqual(new Set(lines));
});
