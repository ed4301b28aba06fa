import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTypes } from '../../scripts/build-types.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = join(root, 'test', 'library', 'project');
const project = mkdtempSync(join(tmpdir(), 'jiannuo-project-'));
const modules = join(project, 'node_modules');

/** Paths in the package, as npm would pack it. */
function packed(): string[] {
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ files }] = JSON.parse(out) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** Of all dependencies the pure ones alone: no native module can be found from the project. */
const pureDependencies = ['zod'];

let files: string[] = [];

beforeAll(() => {
  buildTypes();
  files = packed();
  for (const path of files) {
    mkdirSync(dirname(join(modules, 'jiannuo', path)), { recursive: true });
    cpSync(join(root, path), join(modules, 'jiannuo', path));
  }
  for (const name of pureDependencies)
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
  cpSync(fixture, project, { recursive: true });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'ledger-of-ours', type: 'module' }));
}, 180_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });

describe('the package', () => {
  it('holds what runs and what is read, and nothing else', () => {
    const kept = /^(bin|dist\/(src|web|workers|types)|fixtures\/documents\/[a-z]+\/sources)\//;
    const beside = ['LICENSE', 'README.md', 'README.zh-CN.md', 'package.json'];
    expect(files.filter((path) => !kept.test(path)).sort()).toEqual(beside);
    expect(files.filter((path) => /\.(map|test\.js|tsbuildinfo)$|\.built$/.test(path))).toEqual([]);
    for (const path of [
      'bin/jiannuo.js',
      'dist/src/cli/main.js',
      'dist/workers/index.js',
      'dist/web/index.html',
      'dist/types/src/library/index.d.ts',
      'dist/src/adapters/readers/isolated/child.js',
    ])
      expect(files).toContain(path);
    expect(files.some((path) => path.startsWith('fixtures/documents/pdf/sources/'))).toBe(true);
  });

  it('has every file that its entries name', () => {
    const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
      readonly bin: Readonly<Record<string, string>>;
    };
    const named = [...Object.values(exports), bin].flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    for (const path of named) expect(files).toContain(path.replace(/^\.\//, ''));
  });
});

describe('a program that imports it by name', () => {
  it('finds promises and holds a report against them, without any native module', () => {
    for (const native of ['nodejieba', 'better-sqlite3', '@node-rs'])
      expect(existsSync(join(modules, native))).toBe(false);
    const said = JSON.parse(run('program.mjs')) as Record<string, unknown>;
    expect(said).toEqual({
      segmentation: expect.stringMatching(/^icu@/),
      grounded: true,
      quotes: ['县域就诊率达到92%以上'],
      verdict: 'met',
      evidence: ['县域就诊率达到93.1%'],
      reasons: expect.any(Number),
      refused: 'query-invalid',
    });
    expect(said.reasons).toBeGreaterThan(0);
  });

  it('is checked against its types, a wrong call too (the line with `@ts-expect-error`)', () => {
    expect(run(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.')).toBe('');
  });
});
