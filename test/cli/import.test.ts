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

it('takes in a ledger kept in a table, after a look that changes nothing', async () => {
  const sheet = join(folder, '台账.csv');
  await writeFile(
    sheet,
    '承诺事项,目标值,单位,完成时限,责任单位\n新建幼儿园,3,所,2031年底,县教育局\n新建停车场,2,座,尽早,县住建局\n',
  );
  const data = join(folder, 'ledger');
  const run = (...args: string[]) => jiannuo([...args, '--data', data]);
  const dry = await run('import', 'ledger', sheet, '--dry-run');
  expect([dry.code, dry.stderr]).toEqual([1, expect.stringContaining('试导入，什么都没有改动：收入 1 条')]);
  expect(dry.stdout).toContain('看不懂完成时限“尽早”');
  expect((await run('list')).stdout).toContain('没有符合条件的条目');
  expect((await run('import', 'ledger', sheet)).stderr).toContain('收入 1 条，重复 0 行，没有导入 1 行');
  const [row] = (await run('list', '--format', 'jsonl')).stdout.trim().split('\n');
  expect(JSON.parse(row ?? '')).toMatchObject({ value: 3, unit: '所', responsible: ['县教育局'] });
  expect((await run('import', 'ledger', sheet)).stderr).toContain('以前导入过');
});
