import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jiannuo, jsonLines, temporaryFolder, textSources } from './support/cli.js';

let data: string;
let environment: NodeJS.ProcessEnv;
const file = (name: string) => join(data, name);
beforeAll(async () => {
  data = await temporaryFolder();
  environment = { JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data };
  const { code } = await jiannuo(['ingest', textSources, '--no-progress'], environment);
  expect(code).toBe(0);
});
afterAll(() => rm(data, { recursive: true, force: true }));

it('writes what list shows, in each format, and leaves no part behind', async () => {
  const listed = await jiannuo(['list', '--all', '--format', 'jsonl', '--stance', 'commitment'], environment);
  const rows = jsonLines<{ id: string; tenant: string }>(listed.stdout).map(({ tenant: _, ...row }) => row);
  for (const format of ['xlsx', 'csv', 'json', 'jsonl', 'docx']) {
    const output = file(`台账.${format}`);
    const done = await jiannuo(
      ['export', '--format', format, '--output', output, '--stance', 'commitment'],
      environment,
    );
    expect(done).toMatchObject({ code: 0, stdout: '' });
    expect(done.stderr).toBe(`已导出 ${rows.length} 条：${output}\n`);
    expect(existsSync(`${output}.part`)).toBe(false);
  }
  expect(JSON.parse(await readFile(file('台账.json'), 'utf8'))).toEqual(rows);
  expect(jsonLines(await readFile(file('台账.jsonl'), 'utf8'))).toEqual(rows);
  expect((await readFile(file('台账.csv'), 'utf8')).split('\r\n')).toHaveLength(rows.length + 2);
});

it('keeps the file that was there when the export fails', async () => {
  const output = file('旧.csv');
  await writeFile(output, '旧');
  const wrong = ['export', '--format', 'csv', '--output', output, '--columns', 'nonsense'];
  expect((await jiannuo(wrong, environment)).code).toBe(2);
  expect(await readFile(output, 'utf8')).toBe('旧');
});

it('says where a file cannot be written', async () => {
  const output = file('没有/这个/文件夹.csv');
  const { code, stderr } = await jiannuo(['export', '--format', 'csv', '--output', output], environment);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^错误：写不了文件 .*ENOENT/);
});

it('saves a document with its items as one page, and says where there is no such document', async () => {
  const listed = await jiannuo(['documents', '--format', 'jsonl'], environment);
  const [document] = jsonLines<{ id: string; counts: { commitments: number; achievements: number } }>(
    listed.stdout,
  );
  if (!document) throw new Error('no document');
  const { id, counts } = document;
  const items = counts.commitments + counts.achievements;
  const output = file('文档.html');
  const done = await jiannuo(['page', id, '--output', output], environment);
  expect(done).toMatchObject({ code: 0, stdout: '', stderr: `已导出 ${items} 条：${output}\n` });
  expect((await readFile(output, 'utf8')).match(/<li /g) ?? []).toHaveLength(items);
  expect((await jiannuo(['page', 'none', '--output', file('无.html')], environment)).code).toBe(1);
  expect(existsSync(file('无.html'))).toBe(false);
});
