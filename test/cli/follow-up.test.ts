import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import { jiannuo, jsonLines, temporaryFolder } from './support/cli.js';

const reply = `答复类别：A类

关于县政协第七届三次会议第118号提案的答复

张委员：

您提出的《关于增加社区养老服务供给的提案》收悉。现答复如下：

到2025年底，建成社区嵌入式养老服务综合体6个。您反映的问题已经解决。

浔岭县民政局
2024年6月12日
`;

let data: string;
const run = (...args: string[]) => jiannuo([...args, '--data', data]);

interface Row {
  readonly id: string;
  readonly quote: string;
}
interface Shown {
  readonly standing: {
    readonly claimed: string;
    readonly verified: string;
    readonly schedule: string;
    readonly light: string;
    readonly version: number;
    readonly evidence: readonly { readonly id: string; readonly quote: string }[];
    readonly reasons: readonly string[];
  };
}
const find = async (words: string, ...args: string[]): Promise<Row> => {
  const { stdout } = await run('list', '--stance', 'commitment', '--format', 'jsonl', ...args);
  const row = jsonLines<Row>(stdout).find(({ quote }) => quote.includes(words));
  if (!row) throw new Error(`no promise of ${words}`);
  return row;
};
const show = async (id: string, asOf: string): Promise<Shown['standing']> =>
  (JSON.parse((await run('show', id, '--as-of', asOf, '--format', 'json')).stdout) as Shown).standing;

beforeAll(async () => {
  data = await temporaryFolder();
  const folder = await temporaryFolder();
  const texts = { 方案: plan, 总结一: firstReport, 调整: change, 总结二: lastReport, 答复: reply };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, `${name}.txt`), text);
  expect((await run('ingest', folder)).code).toBe(0);
  await rm(folder, { recursive: true });
});
afterAll(() => rm(data, { recursive: true, force: true }));

describe('following up', () => {
  it('shows evidence and the three statuses once a file has been taken in', async () => {
    const { id } = await find('占比');
    const standing = await show(id, '2026-02-01');
    expect(standing).toMatchObject({ claimed: 'none', verified: 'met', schedule: 'not_due', light: 'green' });
    expect(standing.evidence[0]?.quote).toContain('61.3%');
    const text = (await run('show', id)).stdout;
    expect(text).toMatch(/自报状态 {2}未报\n {2}核实状态 {2}已达到\n {2}时限状态 /);
    expect(text).toContain('目标60%以上，2025-12-31报告61.3%，已达到');
  });

  it('takes decisions and claims, and tells who comes second', async () => {
    const { id } = await find('老年大学');
    const [evidence] = (await show(id, '2026-02-01')).evidence;
    const by = ['--by', '张三', '--reason', '现场核实', '--expect', '0'];
    const denied = await run('decide', id, 'deny', '--evidence', evidence?.id ?? '', ...by);
    expect(denied.code).toBe(0);
    expect(denied.stdout).toMatch(/ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}否认佐证 {2}张三 {2}现场核实/);
    const second = await run('decide', id, 'close', ...by);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('已有别人作出的新决定');
    const claimed = await run('claim', id, 'done', '--say', '已投用', '--by', '李四');
    expect(claimed.stdout).toContain('自报状态  已完成');
    expect(await show(id, '2026-02-01')).toMatchObject({
      claimed: 'done',
      verified: 'not_met',
      light: 'red',
      version: 1,
    });
    expect(
      await find('老年大学', '--light', 'red', '--claimed', 'done', '--as-of', '2026-02-01'),
    ).toMatchObject({ id });
    const closed = await run('decide', id, 'close', '--by', '张三', '--reason', '现场核实');
    expect(closed.stdout).toMatch(/时限状态 {2}不再计时\n/);
  });

  it.each([
    [['deny', '--by', '甲', '--reason', '乙'], 2, 'evidence'],
    [['deny', '--evidence', 'none', '--by', '甲', '--reason', '乙'], 1, '找不到佐证：none'],
    [['extend', '--due', '2025-02-30', '--by', '甲', '--reason', '乙'], 2, '--due'],
    [['extend', '--due', '9999-10-01', '--by', '甲', '--reason', '乙'], 2, '2199-12-31'],
    [['correct', '--set', 'deadline=0001-01-01', '--by', '甲', '--reason', '乙'], 2, '1990-01-01'],
    [['correct', '--set', 'colour=red', '--by', '甲', '--reason', '乙'], 2, '--set'],
    [['close', '--by', '甲', '--reason', ' '], 2, '--reason'],
  ])('tells what a decision lacks: %j', async (args, code, words) => {
    const { id } = await find('护理员');
    const refused = await run('decide', id, ...args);
    expect(refused.stderr).toContain(words);
    expect(refused.code).toBe(code);
  });

  it('lists what is due, an indicator over the years, and classes that do not fit', async () => {
    const [due, history, audit, gone] = await Promise.all([
      run('due', '--days', '400', '--as-of', '2026-01-31'),
      run('history', '养老机构护理型床位占比'),
      run('audit', '--as-of', '2026-01-31', '--format', 'jsonl'),
      run('decide', 'none', 'close', '--by', '甲', '--reason', '乙'),
    ]);
    expect(due.stdout).toContain('护理员');
    expect(due.stdout).toMatch(/2025-12-31 {2}-31 .*办法/);
    expect(due.stdout).not.toContain('占比');
    expect(history.stdout).toMatch(/2024-12-31 .*52%[\s\S]*2025-12-31 .*61\.3%[\s\S]*2026-12-31 .*60%以上/);
    const kinds = jsonLines<{ kind: string; resultClass: string }>(audit.stdout);
    expect(kinds.map(({ kind, resultClass }) => `${resultClass} ${kind}`)).toEqual([
      'A solved-but-open',
      'A look-back',
    ]);
    expect(gone.stderr).toContain('找不到台账条目：none');
  });
});
