import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  badFolder,
  type CliResult,
  jiannuo,
  jsonLines,
  temporaryFolder,
  textSources,
} from './support/cli.js';

interface Line {
  file: string;
  error?: { code: string; message: string };
  items?: { quote: string; start: number; end: number }[];
}

const odd = '怪 名\n\u001b[31m"字\u202e.txt';
const faults: readonly (readonly [string, string])[] = [
  ['binary.bin', 'file-type-unknown'],
  ['blank.txt', 'file-empty'],
  ['empty.txt', 'file-empty'],
  ['encrypted.pdf', 'file-encrypted'],
  ['garbled.pdf', 'file-garbled'],
  ['scan.pdf', 'file-no-text'],
  ['truncated.docx', 'file-damaged'],
  ['truncated.pdf', 'file-damaged'],
  ['loop.txt', 'file-unreadable'],
  ['big.txt', 'file-too-large'],
  ['missing.txt', 'file-not-found'],
  ['hollow', 'folder-empty'],
];

let folder: string;
let data: string;
const environment = { JIANNUO_MAX_FILE_BYTES: '40000' };
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  data = await temporaryFolder();
  for (const [name] of faults.slice(0, 8)) await copyFile(join(badFolder, name), inFolder(name));
  await copyFile(join(badFolder, 'docx-named.pdf'), inFolder('docx-named.pdf'));
  await copyFile(join(textSources, 'hetang-2025-npc-reply-8.txt'), inFolder(odd));
  await symlink('loop.txt', inFolder('loop.txt'));
  await writeFile(inFolder('big.txt'), '大'.repeat(20_000));
  await mkdir(inFolder('hollow'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

describe('extract', () => {
  let result: CliResult;
  let lines: Line[];
  const names = [odd, ...faults.map(([name]) => name), 'docx-named.pdf'];
  beforeAll(async () => {
    result = await jiannuo(['extract', ...names.map(inFolder), '--format', 'jsonl'], environment);
    lines = jsonLines<Line>(result.stdout);
  });

  it('gives a line for each file, in the order given, and status 1', () => {
    expect(result.code).toBe(1);
    expect(lines.map(({ file }) => file)).toEqual(names.map(inFolder));
  });

  it.each(faults)('%s is %s, named in plain words', (name, code) => {
    const line = lines.find(({ file }) => file === inFolder(name));
    expect(line?.error?.code).toBe(code);
    expect(line?.error?.message).toContain(name);
    expect(line?.items).toBeUndefined();
  });

  it('reads the others, by content and not by name', () => {
    for (const name of [odd, 'docx-named.pdf']) {
      const line = lines.find(({ file }) => file === inFolder(name));
      expect(line?.error).toBeUndefined();
      expect(line?.items?.length).toBeGreaterThan(3);
    }
  });

  it('tells each fault on one line of standard error', () => {
    const told = result.stderr.trim().split('\n');
    expect(told).toHaveLength(faults.length);
    for (const line of told) expect(line).toMatch(/^错误：/);
  });
});

describe('text', () => {
  it('says that a folder is one', async () => {
    const { code, stdout, stderr } = await jiannuo(['text', inFolder('hollow')]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('文件夹');
  });

  it('speaks English where asked', async () => {
    const { stderr } = await jiannuo(['text', inFolder('encrypted.pdf'), '--lang', 'en']);
    expect(stderr).toContain('password');
  });
});

describe('ingest of the folder', () => {
  it('takes in the good ones, names the bad ones, status 1', async () => {
    const { code, stdout } = await jiannuo(['ingest', folder, '--data', data], environment);
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    // missing.txt was not in the folder, and an empty folder in it is no fault.
    expect(lines.filter((line) => line.startsWith('失败'))).toHaveLength(faults.length - 2);
    expect(lines.filter((line) => line.startsWith('完成'))).toHaveLength(2);
    expect(lines.at(-1)).toContain('完成 2，已有 0，失败 10');
    expect(lines.some((line) => line.includes('怪 名\\n\\u{1b}[31m"字\\u{202e}.txt'))).toBe(true);
  });

  it('left nothing half-written: each document is done or failed with its code', async () => {
    const { stdout } = await jiannuo(['documents', '--data', data, '--format', 'jsonl']);
    const documents = jsonLines<{ status: string; fault: { code: string } | null; counts: unknown }>(stdout);
    expect(documents.filter(({ status }) => status === 'done')).toHaveLength(2);
    for (const { status, fault, counts } of documents) {
      expect(['done', 'failed']).toContain(status);
      expect(status === 'failed').toBe(fault !== null);
      expect(status === 'failed').toBe(counts === null);
    }
  });
});
