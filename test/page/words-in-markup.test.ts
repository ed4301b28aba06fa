import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'web', 'src');

/** Words in both languages, comments, how what is typed is put together and taken apart, a language's own name. */
const spoken = [
  /\bwords\([\s\S]*?\n\);|\bwords\(.*\);/g,
  /\/\*\*.*?\*\//g,
  /\.join\('、'\)|\/\[[^\]\n]*[、，][^\]\n]*\]\/u?/g,
  /'中文'/g,
];

const bare = (text: string): string => spoken.reduce((left, each) => left.replace(each, ''), text);

const fixed = (text: string): readonly string[] =>
  bare(text)
    .split('\n')
    .filter((line) => /[\p{Script=Han}、。，：；（）“”]/u.test(line));

it('fixes no Chinese word or mark in what is shown in either language', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  expect(files.length).toBeGreaterThan(80);
  const found = files.flatMap((file) =>
    fixed(readFileSync(join(source, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
  expect(fixed('const t = words({ a: "一" }, { a: "one" });\nreturn <b>（{t.a}）</b>;')).toHaveLength(1);
});
