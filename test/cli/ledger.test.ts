import { copyFile, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerName } from '../../src/cli/files/ledger-name.js';
import { badFolder, checkout, jiannuo, jsonLines, temporaryFolder, textSources } from './support/cli.js';

interface Row {
  id: string;
  stance: string;
  quote: string;
  comparator: string | null;
  start: number;
  end: number;
  responsible: string[];
  deadline: { date: string | null } | null;
  documentId: string;
  document: { name: string };
}

const plan = join(checkout, 'fixtures', 'documents', 'pdf', 'sources', 'bodu-2024-farmland-plan.pdf');
const reply = join(textSources, 'huaiting-2025-npc-reply-46.gb18030.txt');
let data: string;
const run = (...args: string[]) => jiannuo([...args, '--data', data]);
const list = async (...args: string[]) =>
  jsonLines<Row>((await run('list', '--format', 'jsonl', '--limit', '500', ...args)).stdout);

beforeAll(async () => {
  data = await temporaryFolder();
  const { code } = await run('ingest', plan, reply);
  expect(code).toBe(0);
});
afterAll(() => rm(data, { recursive: true, force: true }));

describe('equal files', () => {
  let folder: string;
  let ledger: string;
  beforeAll(async () => {
    [folder, ledger] = await Promise.all([temporaryFolder(), temporaryFolder()]);
    for (const unit of ['教育局', '住建局', '民政局']) await mkdir(join(folder, unit));
    await copyFile(reply, join(folder, '教育局', '答复.txt'));
    await copyFile(reply, join(folder, '住建局', '答复.txt'));
    await copyFile(join(textSources, 'hetang-2025-npc-reply-8.txt'), join(folder, '民政局', '答复.txt'));
    await copyFile(join(badFolder, 'encrypted.pdf'), join(folder, '教育局', '原件.pdf'));
    await copyFile(join(badFolder, 'encrypted.pdf'), join(folder, '民政局', '副本.pdf'));
  });
  afterAll(async () => {
    await Promise.all([folder, ledger].map((path) => rm(path, { recursive: true, force: true })));
  });

  it('of one run: the second is known and points to the first, a failed one fails under both names', async () => {
    const { stdout } = await jiannuo(['ingest', folder, '--data', ledger]);
    const lines = stdout.trim().split('\n');
    const first = join(folder, '住建局', '答复.txt');
    expect(lines[0]).toMatch(/^完成 .*住建局\/答复\.txt/);
    expect(lines[1]).toMatch(/^失败 .*教育局\/原件\.pdf：文件有密码/);
    expect(lines[2]).toMatch(/^已有 .*教育局\/答复\.txt/);
    expect(lines[2]).toContain(`内容与“${first}”相同`);
    expect(lines[3]).toMatch(/^失败 .*民政局\/副本\.pdf：文件有密码/);
    expect(lines.at(-1)).toMatch(/^共 5 个文件：完成 2，已有 1，失败 2；/);
  });

  it('names each document from the folder that was given on', async () => {
    const { stdout } = await jiannuo(['documents', '--data', ledger, '--format', 'jsonl']);
    const names = jsonLines<{ name: string }>(stdout).map(({ name }) => name);
    const inFolder = (name: string) => `${basename(folder)}/${name}`;
    expect(names.sort()).toEqual(
      ['住建局/答复.txt', '教育局/原件.pdf', '民政局/答复.txt'].map(inFolder).sort(),
    );
  });
});

describe('ledgerName', () => {
  it.each([
    ['答复.pdf', '答复.pdf', '答复.pdf'],
    ['教育局/答复.pdf', '教育局/答复.pdf', '教育局/答复.pdf'],
    ['./教育局/答复.pdf', './教育局/答复.pdf', '教育局/答复.pdf'],
    ['/srv/2025/教育局/答复.pdf', '/srv/2025/教育局/答复.pdf', '教育局/答复.pdf'],
    ['答复', '答复/教育局/答复.pdf', '答复/教育局/答复.pdf'],
    ['./2025/答复/', '2025/答复/1.pdf', '2025/答复/1.pdf'],
    ['/srv/答复.zip', '/srv/答复.zip/1.pdf', '答复.zip/1.pdf'],
    ['/srv/2025', '/srv/2025/教育局/答复.pdf', '2025/教育局/答复.pdf'],
  ])('of %s: %s is %s', (argument, path, name) => {
    expect(ledgerName(argument, path)).toBe(name);
  });
});

describe('a ledger of two documents', () => {
  it('says that a file is there already, with its first name', async () => {
    const { code, stdout } = await run('ingest', reply);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^已有 .*huaiting-2025-npc-reply-46\.gb18030\.txt/);
    expect(stdout).toContain('已有 1，失败 0');
  });

  it('holds rows whose quote is the slice of the text', async () => {
    const rows = await list();
    expect(rows.length).toBeGreaterThan(20);
    for (const file of [plan, reply]) {
      const { stdout: text } = await jiannuo(['text', file]);
      const own = rows.filter((row) => file.endsWith(row.document.name));
      expect(own.length).toBeGreaterThan(5);
      for (const row of own) expect(text.slice(row.start, row.end)).toBe(row.quote);
    }
  });

  it('filters', async () => {
    const all = await list();
    const commitments = await list('--stance', 'commitment');
    expect(commitments).toEqual(all.filter(({ stance }) => stance === 'commitment'));
    const undated = await list('--without-deadline');
    const dated = await list('--with-deadline');
    expect(undated.length + dated.length).toBe(all.length);
    expect(undated.every(({ deadline }) => (deadline?.date ?? null) === null)).toBe(true);
    const due = await list('--deadline-from', '2025-01-01', '--deadline-to', '2025-12-31');
    for (const { deadline } of due) expect(deadline?.date).toMatch(/^2025/);
    const document = all[0]?.documentId ?? '';
    expect(await list('--document', document)).toEqual(all.filter((row) => row.documentId === document));
  });

  it('pages without gaps or doubles', async () => {
    const all = await list();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await run(
        'list',
        '--format',
        'jsonl',
        '--limit',
        '30',
        ...(cursor ? ['--cursor', cursor] : []),
      );
      seen.push(...jsonLines<Row>(page.stdout).map(({ id }) => id));
      cursor = /--cursor (\S+)/.exec(page.stderr)?.[1];
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
    expect((await run('list', '--all', '--format', 'jsonl')).stdout.trim().split('\n')).toHaveLength(
      all.length,
    );
  });

  it('prints CSV with a mark for Excel', async () => {
    const { stdout } = await run('list', '--format', 'csv', '--bom', '--limit', '3');
    expect(stdout).toMatch(/^\ufeffid,stance,/);
    expect(stdout.split('\r\n').length).toBeGreaterThanOrEqual(5);
  });

  it('shows a row with its rules and the quote marked in its passage', async () => {
    const [row] = await list('--stance', 'commitment', '--limit', '1');
    const { code, stdout } = await run('show', row?.id ?? '');
    expect(code).toBe(0);
    expect(stdout).toContain('依据规则');
    expect(stdout).toMatch(/【.+】/);
    expect(stdout).toMatch(/位置 +.*(?:第 \d+ 段|第 \d+ 页).*原文第 \d+–\d+ 字/);
  });

  it.each([
    [['show', 'nothing'], 1, '找不到台账条目：nothing'],
    [['jobs', 'retry', 'nothing'], 1, '找不到任务：nothing'],
    [['list', '--cursor', 'made-up'], 2, '参数 cursor 不对'],
    [['list', '--limit', '0'], 2, '参数 --limit 不对：不能小于 1'],
    [['list', '--deadline-to', '2025-02-30'], 2, '参数 --deadline-to 不对：应当是日期，如 2025-12-31'],
    [['list', '--sort', 'relevance'], 2, '参数 --sort 不对'],
    [['serve', '--port', 'eighty'], 2, '--port 的值不对：应当是数字'],
    [['work', '--kinds', 'dance'], 2, '--kinds 的值不对：没有 dance 这种任务'],
  ])('%j is told with status %i', async (args, status, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: status, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('prints times on the clock of the office, and says once which', async () => {
    const documents = async (environment: NodeJS.ProcessEnv, ...args: string[]) =>
      (await jiannuo(['documents', '--data', data, ...args], environment)).stdout;
    const [first] = jsonLines<{ receivedAt: string }>(await documents({}, '--format', 'jsonl'));
    const received = new Date(first?.receivedAt ?? '');
    const clock = (hours: number) =>
      new Date(received.getTime() + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    expect(first?.receivedAt).toMatch(/Z$/);
    const table = await documents({});
    expect(table.split('北京时间')).toHaveLength(2);
    expect(table).toContain(clock(8));
    const elsewhere = await documents({ JIANNUO_TIME_ZONE: 'Asia/Urumqi' }, '--lang', 'en');
    expect(elsewhere.split('\n')[0]).toContain('received (Asia/Urumqi)');
    expect(elsewhere).toContain(clock(6));
    const wrong = await jiannuo(['documents'], { JIANNUO_TIME_ZONE: 'Beijing' });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('JIANNUO_TIME_ZONE') });
  });

  it('writes comparators into CSV as words, which no spreadsheet takes for a formula', async () => {
    const rows = await list();
    const comparators = new Set(rows.map(({ comparator }) => comparator));
    expect(comparators).toContain('=');
    for (const [language, word] of [
      ['zh', '等于'],
      ['en', 'equal to'],
    ] as const) {
      const { stdout } = await run('list', '--all', '--format', 'csv', '--lang', language);
      expect(stdout).toContain(`,${word},`);
      expect(stdout).not.toContain("'=");
    }
  });

  it('finds itself well', async () => {
    const { code, stdout } = await run('doctor', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ well: true });
  });

  it('says what a cluster lacks, where it looked, and what to do', async () => {
    const away = {
      JIANNUO_PROFILE: 'cluster',
      JIANNUO_MONGODB_URL: 'mongodb://user:secret@127.0.0.1:1/jiannuo',
      JIANNUO_REDIS_URL: 'redis://127.0.0.1:1/0',
    };
    const { code, stdout } = await jiannuo(['doctor'], away);
    expect(code).toBe(1);
    expect(stdout).toMatch(/缺少 +MongoDB .*127\.0\.0\.1:1.*JIANNUO_MONGODB_URL/);
    expect(stdout).toMatch(/缺少 +Redis .*127\.0\.0\.1:1.*JIANNUO_REDIS_URL/);
    expect(stdout).not.toContain('secret');
  });
});
