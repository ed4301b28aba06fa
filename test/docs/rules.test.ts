import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function code(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

it('docs/rules.md names only rules that the code has', () => {
  const names =
    readFileSync(join(root, 'docs/rules.md'), 'utf8').split('## Names')[1]?.split('\n## ')[0] ?? '';
  const source = code('src/extract') + code('src/text');
  // Names that are put together at run time end in … here and are not looked for.
  const quoted = [...names.matchAll(/`([a-z][\w-]*(?::[^`…]+)?)`/gu)].map(([, name = '']) => name);
  const fields = [
    'rules',
    'item',
    'value',
    'comparator',
    'stance',
    'deadline',
    'per',
    'change',
    'responsible',
  ];
  const wanted = quoted.filter((name) => !fields.includes(name));
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
});

it('docs/annotation.md has each ruling once, and each that a comment names', () => {
  const page = readFileSync(join(root, 'docs/annotation.md'), 'utf8');
  const numbers = [...page.matchAll(/^- \*\*(\d+)\. /gmu)].map(([, number]) => Number(number));
  expect(new Set(numbers).size).toBe(numbers.length);
  const named = [...code('src').matchAll(/\brulings? (\d+)/gu)].map(([, number]) => Number(number));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
});
