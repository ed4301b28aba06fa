import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { badFolder, jiannuo, temporaryFolder } from '../cli/support/cli.js';

/** As various as an office's replies are: promises of one indicator are held against one another. */
const things =
  '幼儿园 小学 初中 高中 食堂 公园 停车场 充电站 书房 卫生室 公厕 驿站 口袋公园 托育园 养老院 球场 菜市场 公交站 泵站 水厂'.split(
    ' ',
  );

it('takes in a thousand files of which three are bad', { timeout: 600_000 }, async () => {
  const folder = await temporaryFolder();
  try {
    const session = join(folder, '2025年答复');
    await mkdir(session);
    for (let n = 1; n <= 997; n += 1) {
      const text = `关于第${n}号建议的答复\n到2025年底，新建${things[n % things.length]}${n}处。\n责任单位：市教育局\n`;
      await writeFile(join(session, `答复${n}.txt`), text);
    }
    for (const name of ['empty.txt', 'encrypted.pdf', 'truncated.docx']) {
      await copyFile(join(badFolder, name), join(session, name));
    }
    const data = join(folder, 'data');
    const { code, stdout } = await jiannuo(['ingest', session, '--data', data]);
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(1_001);
    expect(lines.at(-1)).toMatch(/^共 1000 个文件：完成 997，已有 0，失败 3；/);
    const failed = lines.filter((line) => line.startsWith('失败')).join('\n');
    for (const name of ['empty.txt', 'encrypted.pdf', 'truncated.docx']) expect(failed).toContain(name);

    const rows = await jiannuo(['list', '--all', '--format', 'jsonl', '--unit', '教育局', '--data', data]);
    expect(rows.stdout.trim().split('\n')).toHaveLength(997);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
