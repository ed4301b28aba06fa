import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jiannuo, temporaryFolder } from './support/cli.js';

let folder = '';
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes in a list of proposals, tells what it made of each column and line, and exits with 1 for one refused', async () => {
  const list = join(folder, '清单.csv');
  await writeFile(list, '提案号,案由,提案人,备注\n7,关于湖滨步道的提案,民建市委会,\n,漏了编号,赵云,\n');
  const data = join(folder, 'data');
  const run = (...more: string[]) =>
    jiannuo(['import', 'proposals', list, '--by', '张三', '--data', data, ...more]);
  const dry = await run('--dry-run');
  expect(dry.code).toBe(1);
  expect(dry.stdout).toMatch(/“提案人” → 提出人[\s\S]*没有用到的栏：备注[\s\S]*新增 +7 +关于湖滨步道的提案/);
  expect(dry.stderr).toContain('试导入，什么都没有改动：新增 1 件');
  expect((await run()).stderr).toContain('新增 1 件');
  const again = await run('--format', 'jsonl');
  expect(
    again.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).outcome),
  ).toEqual(['same', 'refused']);
});
