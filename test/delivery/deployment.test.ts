import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** Instructions of a Dockerfile by stage; lines that go on are joined, comments left out. */
function stages(dockerfile: string): Instruction[][] {
  const lines = dockerfile
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const found: Instruction[][] = [];
  for (const line of lines) {
    const [, name = '', words = ''] = line.match(/^([A-Z]+)\s+(.*)$/) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'FROM') found.push([]);
    found.at(-1)?.push({ name, words });
  }
  return found;
}

describe('the Dockerfile', () => {
  const all = stages(read('Dockerfile'));
  const last = all.at(-1) ?? [];
  const of = (name: string) => last.filter((each) => each.name === name).map(({ words }) => words);

  it('runs as no root, as a user that the image has', () => {
    expect(of('USER')).toEqual(['node']);
    const names = last.map(({ name }) => name);
    expect(names.indexOf('USER')).toBeLessThan(names.indexOf('ENTRYPOINT'));
    expect(
      names.slice(names.indexOf('USER')).filter((name) => ['RUN', 'COPY', 'ADD'].includes(name)),
    ).toEqual([]);
  });

  it('leaves compilers, sources and development behind in the first stage', () => {
    expect(all.length).toBe(2);
    expect(of('FROM')[0]).toMatch(/-slim$/);
    const installed = of('RUN').join(' ');
    expect(installed).not.toMatch(/g\+\+|make|python|npm/);
    for (const run of all
      .flat()
      .filter(({ name, words }) => name === 'RUN' && words.includes('apt-get install')))
      expect(run.words).toMatch(/--no-install-recommends .*rm -rf \/var\/lib\/apt\/lists/);
    expect(all[0]?.some(({ words }) => words.includes('npm prune --omit=dev'))).toBe(true);
    const copied = of('COPY').map((words) => words.split(' ').filter((word) => !word.startsWith('--')));
    for (const words of copied) for (const word of words) expect(word).not.toMatch(/^(src|test|web|\.)$/);
  });

  it('copies files that are there, and that .dockerignore lets in', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const fromHere = all
      .flat()
      .filter(({ name, words }) => name === 'COPY' && !words.includes('--from='))
      .flatMap(({ words }) => words.split(' ').slice(0, -1));
    expect(fromHere.length).toBeGreaterThan(5);
    for (const path of fromHere) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(
        allowed.some((each) => path === each || path.startsWith(`${each}/`)),
        path,
      ).toBe(true);
    }
  });
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');
  const named = lines.flatMap((line) => line.match(/^(?:# )?(JIANNUO_\w+)=(.*)$/)?.slice(1, 3) ?? []);
  const variables = new Map(
    named.flatMap((name, i) => (i % 2 === 0 ? [[name, named[i + 1] ?? ''] as const] : [])),
  );
  const configured = [...read('src/config.ts').matchAll(/^ {2}(JIANNUO_\w+):/gm)].map(
    ([, name = '']) => name,
  );

  it('names every variable that is read, each once, and no other', () => {
    expect(configured.length).toBeGreaterThan(20);
    expect([...variables.keys()].sort()).toEqual([...configured].sort());
    expect(named.length / 2).toBe(variables.size);
  });

  it('shows the defaults: with what is not commented out all stays as it is without', () => {
    const set = Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, value] = line.match(/^(JIANNUO_\w+)=(.*)$/) ?? [];
        return name === undefined ? [] : [[name, value]];
      }),
    );
    expect(readConfig(set)).toEqual(readConfig({}));
  });
});
