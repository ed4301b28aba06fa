import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/support/cli.js';
import { expectAccessible } from './support/axe.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const reply = fixture('text/sources/hetang-2025-npc-reply-8.txt');

it('tells of each file how far it is, what was recognised, and why one was not taken', async () => {
  const page = await site.open('/documents');
  await page.getByText(/拖到页面任何位置/).waitFor();
  await shot(page, 'documents-empty');
  await page
    .getByLabel('上传文件', { exact: true })
    .setInputFiles([reply, fixture('zip/sources/luzhu-2025-session.zip'), fixture('../bad/encrypted.pdf')]);
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('禾水函〔2025〕12号').waitFor();
  await list.getByText(/密码保护/).waitFor();
  await list
    .getByText(/luzhu-2025-session\.zip\/鹿渚市\/行动/)
    .first()
    .waitFor();
  await shot(page, 'upload');
  await expectAccessible(page);
  expectClean(page);
});

it('links a double to the first', async () => {
  const page = await site.open('/documents');
  await page.getByLabel('上传文件', { exact: true }).setInputFiles({
    name: '另存的答复.txt',
    mimeType: 'text/plain',
    buffer: await readFile(reply),
  });
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByRole('link', { name: /内容与“hetang-2025-npc-reply-8\.txt”相同/ }).waitFor();
  expectClean(page);
});

it('lets what was recognised be set right, and keeps what was read beside it', async () => {
  const page = await site.open('/documents');
  await page.getByLabel('上传文件', { exact: true }).setInputFiles({
    name: '第30号答复.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('关于第30号建议的答复\n到2025年底，新建公园30个。\n'),
  });
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('1 / 0').waitFor();
  await list.getByRole('button', { name: '更正文件信息' }).click();
  const form = page.getByRole('dialog', { name: '更正文件信息' });
  await form.getByLabel('建议提案编号').fill('31');
  await form.getByLabel('建议提案类别').click();
  await page.locator('.ant-select-item-option', { hasText: '政协提案' }).click();
  await form.getByLabel('届次').fill('政协四届二次会议');
  await form.getByLabel('成文日期').fill('2025-02-03');
  await shot(page, 'upload-correct');
  await expectAccessible(page);
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await list.getByText('2025-02-03').waitFor();
  await list.getByRole('link', { name: /第30号建议/ }).click();
  // The list has a button of that name as well, until the other page stands.
  await page.locator('.document-title').waitFor();
  await page.getByRole('button', { name: '更正文件信息' }).click();
  await form.getByText('读出的是：30').waitFor();
  expect(await form.getByLabel('建议提案编号').inputValue()).toBe('31');
  expect(await form.getByLabel('届次').inputValue()).toBe('政协四届二次会议');
  await form.getByText('政协提案').first().waitFor();
  expectClean(page);
});

it('undoes no correction of a colleague: the form tells of it, and sends what its reader has touched alone', async () => {
  const page = await site.open('/documents');
  await page.getByLabel('上传文件', { exact: true }).setInputFiles({
    name: '第40号答复.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('关于第40号建议的答复\n到2025年底，新建公园40个。\n'),
  });
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('1 / 0').waitFor();
  const href = await list.getByRole('link', { name: /第40号建议/ }).getAttribute('href');
  await list.getByRole('button', { name: '更正文件信息' }).click();
  const form = page.getByRole('dialog', { name: '更正文件信息' });
  await form.getByLabel('成文日期').fill('2025-02-03');
  const address = `${site.url}/api/v1${href}`;
  const theirs = await fetch(`${address}/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      fields: { proposalNumber: '41', date: '2025-03-04', issuer: '禾塘市公园局' },
      reason: '原件如此',
    }),
  });
  expect(theirs.status).toBe(201);
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await form.getByText(/别人刚刚更正过/).waitFor();
  await form.getByText('现在是：2025-03-04').waitFor();
  expect(await form.getByLabel('建议提案编号').inputValue()).toBe('41');
  expect(await form.getByLabel('成文日期').inputValue()).toBe('2025-02-03');
  await list.getByText('禾塘市公园局').waitFor();
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await list.getByText('2025-02-03').waitFor();
  const { meta } = (await (await fetch(address)).json()) as { meta: Record<string, unknown> };
  expect(meta).toMatchObject({ proposalNumber: '41', issuer: '禾塘市公园局', date: '2025-02-03' });
  expectClean(page);
});

it('sends by itself what a lost network kept back, and says so meanwhile', async () => {
  const page = await site.open('/documents');
  await page.getByRole('heading', { name: '文件' }).waitFor();
  await page.context().setOffline(true);
  await page.getByLabel('上传文件', { exact: true }).setInputFiles({
    name: '断网时的答复.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('关于第9号建议的答复\n到2025年底，新建公办幼儿园9所。\n'),
  });
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('没有传上去').waitFor();
  await list.getByText(/自动继续上传/).waitFor();
  const notice = page.getByRole('status').filter({ hasText: '连接断了' });
  await notice.waitFor();
  await list.getByRole('button', { name: '重新上传' }).waitFor();
  await page.context().setOffline(false);
  await page.getByText('已重新连上').waitFor();
  await list.getByText('1 / 0').waitFor();
});

it('takes five thousand files dropped at once, and answers meanwhile', async () => {
  const page = await site.open('/documents');
  await page.getByRole('heading', { name: '文件' }).waitFor();
  // Refused before they are stored, so that what is measured is the page and not the reading.
  await page.route('**/api/v1/documents', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await new Promise((resume) => setTimeout(resume, 20));
    const names = [...(route.request().postData() ?? '').matchAll(/filename="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const error = { code: 'file-empty', message: '文件是空的。' };
    return route.fulfill({ status: 202, json: { files: names.map((name) => ({ name, error })) } });
  });
  const longest = await page.evaluate(async () => {
    const transfer = new DataTransfer();
    for (let n = 0; n < 5_000; n++) transfer.items.add(new File(['x'], `答复-${n}.txt`));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no input');
    let longestFrame = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      longestFrame = Math.max(longestFrame, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resume) => setTimeout(resume, 4_000));
    return longestFrame;
  });
  expect(longest).toBeLessThan(2_000);
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('共 5000 个文件').waitFor();
  expect(await list.locator('.ant-table-row').count()).toBeLessThan(40);
  await page.getByRole('link', { name: '台账' }).click();
  await page.getByRole('heading', { name: '台账' }).waitFor();
  await page.getByRole('link', { name: /还有 \d+ 个文件/ }).waitFor();
  expectClean(page);
});

it('sends what can be read of a dropped folder, and lists what cannot', async () => {
  const page = await site.open('/documents');
  await page.getByRole('heading', { name: '文件' }).waitFor();
  await page.evaluate(() => {
    const bad = {
      isFile: true,
      name: '打不开.txt',
      fullPath: '/一批/打不开.txt',
      file: (_: unknown, fail: (fault: DOMException) => void) =>
        fail(new DOMException('', 'NotReadableError')),
    };
    const good = {
      isFile: true,
      name: '第12号答复.txt',
      fullPath: '/一批/第12号答复.txt',
      file: (give: (file: File) => void) =>
        give(new File(['关于第12号建议的答复\n到2025年底，新建公园12个。\n'], '第12号答复.txt')),
    };
    const parts = [[bad, good], []];
    const folder = {
      isFile: false,
      name: '一批',
      fullPath: '/一批',
      createReader: () => ({ readEntries: (give: (some: unknown) => void) => give(parts.shift() ?? []) }),
    };
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const items = [{ webkitGetAsEntry: () => folder }];
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items } });
    document.body.dispatchEvent(event);
  });
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('一批/打不开.txt').waitFor();
  await list.getByText(/浏览器读不到/).waitFor();
  await list.getByText('1 / 0').waitFor();
  expectClean(page);
});

it('asks no more after a document that may not be seen', async () => {
  const page = await site.open('/documents');
  let asked = 0;
  await page.route(/\/api\/v1\/documents\/[^/?]+$/, (route) => {
    asked += 1;
    return route.fulfill({ status: 404, json: { code: 'not-found', detail: '没有这份文件。' } });
  });
  await page.getByLabel('上传文件', { exact: true }).setInputFiles({
    name: '看不到的答复.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('关于第13号建议的答复\n到2025年底，新建公园13个。\n'),
  });
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('看不到结果').waitFor();
  expect(asked).toBe(1);
});

it('sends what finds nobody a few times, each file by itself, then says why and waits to be asked', async () => {
  const page = await site.open('/documents');
  await page.getByRole('heading', { name: '文件' }).waitFor();
  const sent: string[][] = [];
  await page.route('**/api/v1/documents', (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const names = [...(route.request().postData() ?? '').matchAll(/filename="([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    sent.push(names);
    const problem = { code: 'data-unwritable', detail: '数据目录写不进去。' };
    return names.includes('写不进.txt') ? route.fulfill({ status: 503, json: problem }) : route.continue();
  });
  const file = (name: string, n: number) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(`关于第${n}号建议的答复\n到2025年底，新建公园${n}个。\n`),
  });
  await page
    .getByLabel('上传文件', { exact: true })
    .setInputFiles([file('写不进.txt', 71), file('写得进.txt', 72)]);
  const list = page.getByRole('region', { name: '本次上传' });
  await list.getByText('1 / 0').waitFor();
  await list.getByText('数据目录写不进去。').waitFor();
  const alone = ['写不进.txt'];
  const tried = [['写不进.txt', '写得进.txt'], alone, ['写得进.txt'], alone, alone];
  expect([...sent].sort()).toEqual([...tried].sort());
  await list.getByRole('button', { name: '重新上传' }).click();
  await list.getByText(/自动继续上传/).waitFor();
  expect(sent.length).toBe(tried.length + 1);
});

it('names the files that were deleted or changed on the disk before they went, and takes the others in', async () => {
  const folder = await temporaryFolder();
  const made = async (n: number) => {
    const path = join(folder, `第${n}号建议的答复.txt`);
    await writeFile(path, `关于第${n}号建议的答复\n到2025年底，新建公园${n}个。\n`);
    return path;
  };
  const [deleted, changed, whole] = [await made(73), await made(74), await made(75)];
  const page = await site.open('/documents');
  await page.getByRole('heading', { name: '文件' }).waitFor();
  await page.context().setOffline(true);
  await page.getByLabel('上传文件', { exact: true }).setInputFiles([deleted, changed, whole]);
  const list = page.getByRole('region', { name: '本次上传' });
  await list
    .getByText(/自动继续上传/)
    .first()
    .waitFor();
  await rm(deleted);
  await appendFile(changed, '又及。\n');
  await page.context().setOffline(false);
  await list.getByText('1 / 0').waitFor();
  expect(await list.getByText(/选好以后被改动/).count()).toBe(2);
  expect(await list.getByRole('button', { name: '重新上传' }).count()).toBe(0);
  await rm(folder, { recursive: true });
  expectClean(page);
});
