import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

let site: Site;
let document = '';
beforeAll(async () => {
  site = await openSite();
  [document = ''] = await site.takeIn(fixture('text/sources/hetang-2025-npc-reply-8.txt'));
});
afterAll(() => site.close());

const uploadsOf = (page: Page) => page.getByRole('region', { name: '本次上传' });
const reply = (n: number) => ({
  name: `第${n}号答复.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(`关于第${n}号建议的答复\n到2025年底，新建公园${n}个。\n`),
});
const isUpload = (method: string) => method === 'POST';

/** The promises of a document, in its order. */
async function promises(of = document): Promise<string[]> {
  const answer = await fetch(
    `${site.url}/api/v1/commitments?documentId=${of}&stance=commitment&sort=document`,
  );
  return ((await answer.json()) as { rows: { id: string }[] }).rows.map(({ id }) => id);
}

async function kindsOf(id: string): Promise<string[]> {
  const answer = await fetch(`${site.url}/api/v1/commitments/${id}/decisions`);
  const { decisions } = (await answer.json()) as { decisions: { body: { kind: string } }[] };
  return decisions.map(({ body }) => body.kind);
}

it('takes up after a reload what had come in, and names what had not', async () => {
  const page = await site.open('/documents');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('heading', { name: '文件' }).waitFor();
  // Both are under way for as long as it takes to leave the page.
  await page.route(/\/documents\/[^/?]+$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...((await answer.json()) as object), status: 'read' } });
  });
  const input = page.getByLabel('上传文件', { exact: true });
  await input.setInputFiles(reply(21));
  await uploadsOf(page).getByText('识别中').waitFor();
  await page.route('**/api/v1/documents', (route) =>
    isUpload(route.request().method()) ? undefined : route.fallback(),
  );
  await input.setInputFiles(reply(22));
  await uploadsOf(page).getByText('上传中').waitFor();
  await page.unroute(/\/documents\/[^/?]+$/);
  await page.reload();
  await uploadsOf(page).getByText('1 / 0').waitFor();
  await uploadsOf(page)
    .getByText(/请重新选择这个文件/)
    .waitFor();
  await uploadsOf(page).getByText('第22号答复.txt').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '文件' }).waitFor();
  expect(await uploadsOf(page).count()).toBe(0);
});

it('goes on with an upload and a review when the service is there again, and does nothing twice', async () => {
  const [id = ''] = await promises();
  const upload = await site.open('/documents');
  const review = await site.beside(upload, `/documents/${document}?item=${id}`);
  await upload.getByRole('heading', { name: '文件' }).waitFor();
  await review.locator('.item-panel').waitFor();
  await site.stop();
  await upload.getByLabel('上传文件', { exact: true }).setInputFiles(reply(23));
  await uploadsOf(upload).getByText('没有传上去').waitFor();
  await review.keyboard.press('a');
  await review.getByText(/有 1 项操作等着送出/).waitFor();
  await shot(review, 'away');
  await expectAccessible(review);
  // Both are told for a few seconds only.
  const told = Promise.all(
    ['已记下：核对无误', '已重新连上'].map((words) => review.getByText(words).waitFor({ timeout: 40_000 })),
  );
  await site.start();
  await told;
  await uploadsOf(upload).getByText('1 / 0').waitFor();
  expect(await kindsOf(id)).toEqual(['accept']);
  expectClean(review);
  expectClean(upload);
});

it('tells another tab of a decision, and swaps nothing there before it is asked to', async () => {
  const [, , id = ''] = await promises();
  const ledger = await site.open('/ledger');
  const other = await site.beside(ledger, `/documents/${document}?item=${id}`);
  const connected = ledger.waitForResponse((response) => response.url().endsWith('/api/v1/events'));
  await ledger.reload();
  await ledger.locator('.ledger-row').first().waitFor();
  await connected;
  await other.locator('.item-panel').waitFor();
  const news = ledger.getByRole('button', { name: '有更新，点此刷新' });
  await other.keyboard.press('r');
  await other.getByText('已记下：不是承诺').waitFor();
  await news.waitFor();
  expect(await other.getByRole('button', { name: '有更新，点此刷新' }).count()).toBe(0);
  await news.click();
  await news.waitFor({ state: 'detached' });
});

it('does once what was done as the line broke, though its answer was lost', async () => {
  const [, id = ''] = await promises();
  const page = await site.open(`/documents/${document}?item=${id}`);
  await page.locator('.item-panel').waitFor();
  let sent = 0;
  await page.route('**/decisions', async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.keyboard.press('a');
  await page.getByText('已记下：核对无误').waitFor();
  expect(sent).toBe(2);
  expect(await kindsOf(id)).toEqual(['accept']);
});

it('keeps what was typed over a reload, and over the end of a session, where one signs in in place', async () => {
  const password = 'long-enough-secret';
  const made = await fetch(`${site.url}/api/v1/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'wang', name: '王编辑', role: 'administrator' }),
  });
  const { link } = (await made.json()) as { link: string };
  await fetch(link, { method: 'POST', body: new URLSearchParams({ password }) });
  const page = await site.open(`/documents/${document}`);
  const signIn = async () => {
    await page.getByLabel('用户名').fill('wang');
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
  };
  await signIn();
  const row = page.locator('.item-row-commitment').nth(2);
  await row.click();
  await page.locator('.item-panel').getByRole('button', { name: /更正/ }).waitFor();
  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: '更正读错的字段' });
  await form.getByLabel('责任单位').fill('荷塘市水利局');
  await page.reload();
  await page.locator('.item-panel').getByRole('button', { name: /更正/ }).waitFor();
  await page.keyboard.press('e');
  await form.getByText(/上次填了没有保存/).waitFor();
  expect(await form.getByLabel('责任单位').inputValue()).toBe('荷塘市水利局');
  await page.context().clearCookies();
  await form.getByLabel('理由').fill('原文写的是水利局');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  const again = page.getByRole('dialog', { name: '请重新登录' });
  await again.waitFor();
  await shot(page, 'sign-in-again');
  await expectAccessible(page);
  await signIn();
  await again.waitFor({ state: 'detached' });
  expect(await form.getByLabel('理由').inputValue()).toBe('原文写的是水利局');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await page.locator('.item-fields ins', { hasText: '荷塘市水利局' }).waitFor();
  expectClean(page);
});
