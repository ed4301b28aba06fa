import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout, jiannuo, jsonLines, temporaryFolder } from './support/cli.js';

interface Line {
  file: string;
  items: unknown[];
}

const documents = join(checkout, 'fixtures', 'documents');
const source = (format: string, name: string) => join(documents, format, 'sources', name);
const archive = source('zip', 'luzhu-2025-session.zip');
const mail = source('eml', 'chenglan-2025-replies.eml');

/** Each document inside, and the same file by itself. */
const inside: readonly (readonly [path: string, same: string])[] = [
  [`${archive}/鹿渚市/行动方案.docx`, source('docx', 'luzhu-2025-housing-renewal-plan.docx')],
  [`${archive}/鹿渚市/办理情况/进展报告.txt`, source('text', 'luzhu-2025-housing-renewal-progress.txt')],
  [
    `${archive}/往来/槐汀县答复.zip/第46号建议答复.txt`,
    source('text', 'huaiting-2025-npc-reply-46.gb18030.txt'),
  ],
  [`${mail}/第15号、第62号答复.docx`, source('docx', 'chenglan-2025-joint-reply-15-62.docx')],
  [`${mail}/其他.zip/第46号建议答复.txt`, source('text', 'huaiting-2025-npc-reply-46.gb18030.txt')],
];

let folder: string;
let data: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  data = await temporaryFolder();
  await cp(archive, join(folder, '会议.zip'));
});
afterAll(() => Promise.all([folder, data].map((path) => rm(path, { recursive: true, force: true }))));

describe('extract of an archive and a mail', () => {
  it('gives a line for each document in them, the same as for the file by itself', async () => {
    const { code, stdout } = await jiannuo(['extract', archive, mail, '--format', 'jsonl']);
    expect(code).toBe(0);
    const lines = jsonLines<Line>(stdout);
    expect(lines.map(({ file }) => file)).toEqual([
      ...inside.slice(0, 3).map(([path]) => path),
      `${mail}/正文.txt`,
      ...inside.slice(3).map(([path]) => path),
    ]);
    expect(lines.find(({ file }) => file === `${mail}/正文.txt`)?.items).toMatchObject([
      { valueText: '3份', deadline: { date: '2025-09-30' } },
    ]);
    const alone = await jiannuo(['extract', ...inside.map(([, same]) => same), '--format', 'jsonl']);
    const items = new Map(jsonLines<Line>(alone.stdout).map((line) => [line.file, line.items]));
    for (const [path, same] of inside) {
      expect(items.get(same)?.length).toBeGreaterThan(20);
      expect(lines.find(({ file }) => file === path)?.items, path).toEqual(items.get(same));
    }
  });

  it('is left to the commands that take many: text wants one document', async () => {
    const { code, stderr } = await jiannuo(['text', archive]);
    expect(code).toBe(1);
    expect(stderr).toContain('extract 或 ingest');
  });
});

describe('ingest of an archive', () => {
  const ingest = () => jiannuo(['ingest', join(folder, '会议.zip'), '--data', data]);

  it('takes each document in under its path, and again knows each', async () => {
    const first = await ingest();
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('共 3 个文件：完成 3，已有 0，失败 0');
    const stored = await jiannuo(['documents', '--data', data, '--format', 'jsonl']);
    expect(
      jsonLines<{ name: string }>(stored.stdout)
        .map(({ name }) => name.slice(name.indexOf('会议.zip')))
        .sort(),
    ).toEqual([
      '会议.zip/往来/槐汀县答复.zip/第46号建议答复.txt',
      '会议.zip/鹿渚市/办理情况/进展报告.txt',
      '会议.zip/鹿渚市/行动方案.docx',
    ]);
    expect((await ingest()).stdout).toContain('完成 0，已有 3，失败 0');
  });
});
