import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jiannuo, jsonLines, temporaryFolder, textSources } from './support/cli.js';

const reply = join(textSources, 'jichuan-2024-cppcc-reply-87.txt');

interface Checked {
  readonly file: string;
  readonly findings: readonly { code: string; message: string; quote: string; item: string | null }[];
  readonly moreIntentions: number;
}

it('check lists what will be asked, and fails only when it is told to', async () => {
  const { code, stdout } = await jiannuo(['check', reply, '--format', 'json']);
  expect(code).toBe(0);
  const [checked] = jsonLines<Checked>(stdout);
  const codes = checked?.findings.map((finding) => finding.code) ?? [];
  expect(codes).toContain('no-deadline');
  expect(codes).toContain('hedged');
  expect((await jiannuo(['check', reply, '--strict'])).code).toBe(1);
  const english = await jiannuo(['--lang', 'en', 'check', reply]);
  expect(english.stdout).toMatch(/names no deadline\./);
});

it('check shows twenty sentences of effort and counts the others', async () => {
  const folder = await temporaryFolder();
  const sentences = Array.from({ length: 23 }, (_, n) => `我们将进一步加强第${n}方面的队伍建设。`).join('');
  const text = `关于第21号建议的答复\n王某某代表：\n您提出的建议收悉，现答复如下：\n一、下一步工作\n${sentences}\n澄岚市教育局\n2024年6月3日\n`;
  await writeFile(join(folder, '稿.txt'), text);
  const { stdout } = await jiannuo(['check', join(folder, '稿.txt')]);
  expect(stdout).toContain('23 处');
  expect(stdout.match(/努力方向，没有指标/g)).toHaveLength(20);
  expect(stdout).toContain('另有 3 句');
});

it('explain tells of one item or of all, with what was left out', async () => {
  const all = await jiannuo(['explain', reply]);
  expect(all.code).toBe(0);
  expect(all.stdout).toMatch(
    /\[1\] [\s\S]*列入理由：句中有一个可以核对的数量 \[quantity\][\s\S]*看过而没有列入：/,
  );
  const one = await jiannuo(['explain', reply, '--item', '2', '--format', 'json']);
  const [explained] = jsonLines<{ items: { number: number; reasons: { field: string }[] }[] }>(one.stdout);
  expect(explained?.items.map(({ number }) => number)).toEqual([2]);
  expect(explained?.items[0]?.reasons.map(({ field }) => field)).toContain('stance');
  expect((await jiannuo(['explain', reply, '--item', '二'])).code).toBe(2);
  expect((await jiannuo(['explain', reply, '--item', '999'])).code).toBe(1);
});
