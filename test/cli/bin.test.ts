import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jiannuo, jsonLines, temporaryFolder, textSources } from './support/cli.js';

let data: string;
beforeAll(async () => {
  data = await temporaryFolder();
});
afterAll(() => rm(data, { recursive: true, force: true }));

const run = (...args: string[]) => jiannuo(args, { JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data });

it('puts a document into the bin and takes it out again; extracts anew what older rules did', async () => {
  const file = join(textSources, 'hetang-2025-npc-reply-8.txt');
  expect((await run('ingest', file)).code).toBe(0);
  const [document] = jsonLines<{ id: string; name: string }>((await run('documents', '-f', 'jsonl')).stdout);
  const id = document?.id ?? '';
  const before = (await run('list', '--all', '--format', 'csv')).stdout;

  expect((await run('bin', 'put', id)).code).toBe(2);
  expect((await run('bin', 'put', id, '--by', '张三')).stdout).toContain(document?.name);
  expect((await run('list')).stdout).toContain('没有符合条件的条目');
  expect((await run('documents')).stdout).toContain('还没有文档');
  const [binned] = jsonLines<{ binnedBy: string; document: { id: string } }>(
    (await run('bin', 'list', '--format', 'jsonl')).stdout,
  );
  expect(binned).toMatchObject({ binnedBy: '张三', document: { id } });
  expect((await run('bin')).stdout).toContain('张三');
  const again = await run('ingest', file);
  expect(again.code).toBe(1);
  expect(again.stdout + again.stderr).toContain(`已在回收站里（${id}）`);
  expect((await run('bin', 'empty')).stdout).toContain('彻底删除了 0 份');
  expect((await run('bin', 'restore', id)).code).toBe(0);
  expect((await run('bin', 'restore', id)).stderr).toContain('回收站里的文档');
  expect((await run('list', '--all', '--format', 'csv')).stdout).toBe(before);

  expect((await run('reextract')).code).toBe(2);
  expect((await run('reextract', '--older')).stdout).toMatch(
    /用旧规则抽取的 0 份，已是现在的规则（.+）的 1 份/u,
  );
  const one = await run('reextract', '--document', id);
  expect(one.stdout).toContain('重新抽取了 1 份；未能沿用的决定和自报 0 条');
  expect((await run('list', '--all', '--format', 'csv')).stdout).toBe(before);
  const trail = jsonLines<{ action: string }>((await run('trail')).stdout).map(({ action }) => action);
  expect(trail).toEqual(['bin put', 'bin restore']);
});
