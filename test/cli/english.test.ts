import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  badFolder,
  type CliResult,
  checkout,
  jiannuo,
  jsonLines,
  temporaryFolder,
  textSources,
} from './support/cli.js';

const han = /\p{Script=Han}/u;
const english = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<CliResult> =>
  jiannuo([...args, '--lang', 'en'], environment);
const plan = join(checkout, 'fixtures', 'documents', 'pdf', 'sources', 'bodu-2024-farmland-plan.pdf');
const reply = join(textSources, 'huaiting-2025-npc-reply-46.txt');

let folder: string;
let data: string;
beforeAll(async () => {
  [folder, data] = await Promise.all([temporaryFolder(), temporaryFolder()]);
});
afterAll(async () => {
  await Promise.all([folder, data].map((path) => rm(path, { recursive: true, force: true })));
});

/** Contents that cannot be read, by the name that they get. */
const contents: Readonly<Record<string, Uint8Array | string>> = {
  'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
  'old.rtf': '{\\rtf1 answer}',
  'cut.txt': new Uint8Array([
    ...new TextEncoder().encode('到2025年底，建成学校三所，'.repeat(30)),
    0xe5,
    0x88,
  ]),
  'data.xml': '<?xml version="1.0"?><a/>',
  'archive.zip': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
};

describe('with --lang en', () => {
  it('tells every fault of a file in English, its reason too', async () => {
    const written = Object.entries(contents).map(async ([name, bytes]) => {
      await writeFile(join(folder, name), bytes);
      return join(folder, name);
    });
    const { code, stdout, stderr } = await english([
      ...['extract', badFolder, ...(await Promise.all(written)), join(folder, 'none.txt')],
      ...['--format', 'jsonl'],
    ]);
    expect(code).toBe(1);
    const faults = jsonLines<{ error?: { code: string; message: string } }>(stdout).flatMap(({ error }) =>
      error ? [error] : [],
    );
    expect(new Set(faults.map((fault) => fault.code)).size).toBeGreaterThanOrEqual(8);
    expect(faults.filter(({ message }) => han.test(message))).toEqual([]);
    expect(stderr).not.toMatch(han);
  });

  it('prints nothing of its own in Chinese: intake, documents, jobs, columns of the ledger', async () => {
    const taken = await english(['ingest', plan, reply, join(badFolder, 'scan.pdf'), '--data', data]);
    expect(taken.stdout).not.toMatch(han);
    expect(taken.stdout).toMatch(
      /^done .*\ndone .*\nfailed .*no text, and none was recognised.*\n3 files: 2 done, 0 known, 1 failed/,
    );
    expect((await english(['ingest', reply, '--data', data])).stdout).toMatch(/^known .*same content as/);
    for (const format of ['table', 'jsonl']) {
      const { stdout } = await english(['jobs', 'list', '--data', data, '--format', format]);
      expect(stdout).toMatch(/document\.read-/);
      expect(stdout).not.toMatch(han);
    }
    const failed = ['documents', '--status', 'failed', '--data', data];
    expect((await english(failed)).stdout).not.toMatch(han);
    expect((await english([...failed, '--format', 'jsonl'])).stdout).not.toMatch(/文字识别/u);
    const [heading] = (await english(['list', '--data', data])).stdout.split('\n');
    expect(heading).toMatch(/^id +stance +indicator/);
  });

  it('shows a row with its labels in English', async () => {
    const { stdout } = await english(['list', '--data', data, '--format', 'jsonl', '--limit', '1']);
    const [row] = jsonLines<{ id: string }>(stdout);
    const shown = await english(['show', row?.id ?? '', '--data', data]);
    const labels = shown.stdout.split('\n').map((line) => line.split(/ {2,}/)[0] ?? '');
    expect(labels.filter((label) => han.test(label))).toEqual([]);
    expect(labels).toContain('stance');
  });

  it.each([
    [['extract'], 2],
    [['shwo'], 2],
    [['list', '--stance', 'promise'], 2],
    [['list', '--unit'], 2],
    [['list', '--without-deadline', '--with-deadline'], 2],
    [['list', '--limit', 'many'], 2],
    [['list', '--limit', '1.5'], 2],
    [['list', '--limit', '9000'], 2],
    [['list', '--deadline-to', 'soon'], 2],
    [['list', '--text', '', '--sort', 'relevance'], 2],
    [['list', '--sort', 'relevance'], 2],
    [['list', '--cursor', 'made-up'], 2],
    [['show', 'nothing'], 1],
    [['jobs', 'retry', 'nothing'], 1],
    [['text', 'nothing.txt'], 1],
    [['serve', '--port', '99999'], 2],
    [['work', '--kinds', 'dance'], 2],
  ])('tells %j in English', async (args, status) => {
    const { code, stdout, stderr } = await english(args, { JIANNUO_DATA: data });
    expect({ code, stdout }).toEqual({ code: status, stdout: '' });
    expect(stderr).not.toMatch(han);
    expect(stderr).toMatch(/error: /);
  });

  it.each([
    [{ JIANNUO_PROFILE: 'cloud' }, 'JIANNUO_PROFILE: must be one of embedded, cluster'],
    [{ JIANNUO_PORT: '-1' }, 'JIANNUO_PORT: must be at least 0'],
    [{ JIANNUO_DATA: '/proc/none/here' }, 'cannot be read and written'],
  ])('tells of the environment %j in English', async (environment, message) => {
    const { code, stderr } = await english(['list'], environment);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(han);
    expect(stderr).toContain(message);
  });

  it('examines the installation in English, with reasons of what is missing', async () => {
    const { stdout } = await english(['doctor', '--data', '/proc/none/here']);
    expect(stdout).not.toMatch(han);
    expect(stdout).toMatch(/missing +data folder/);
    const cluster = await english(['doctor'], {
      JIANNUO_PROFILE: 'cluster',
      JIANNUO_MONGODB_URL: 'mongodb://127.0.0.1:1/jiannuo',
      JIANNUO_REDIS_URL: 'redis://127.0.0.1:1/0',
    });
    expect(cluster.stdout).not.toMatch(han);
  });
});
