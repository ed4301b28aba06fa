import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

const password = 'long-enough-secret';
let site: Site;
let unit = '';
let unitCookie = '';

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jiannuo-request': 'test', ...headers },
    body: JSON.stringify(body),
  });
async function account(given: object, headers: Record<string, string> = {}): Promise<void> {
  const { link } = (await (await post('/users', given, headers)).json()) as { link: string };
  await fetch(link, { method: 'POST', body: new URLSearchParams({ password }) });
}
async function cookieOf(login: string): Promise<string> {
  const answer = await post('/session', { login, password });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

beforeAll(async () => {
  site = await openSite();
  await site.takeIn(fixture('text/sources/hetang-2025-npc-reply-8.txt'));
  const get = async (path: string) => (await fetch(`${site.url}/api/v1${path}`)).json();
  // Until it has been held against what was there before, a promise has no standing to speak to.
  for (let standing = null; standing === null; ) {
    const { rows } = await get('/commitments?stance=commitment&limit=100');
    const mine = rows.find((row: { responsible: string[] }) => row.responsible.length > 0);
    unit = mine?.responsible[0] ?? '';
    if (mine) ({ standing } = await get(`/commitments/${encodeURIComponent(mine.id)}/evidence`));
    await new Promise((resume) => setTimeout(resume, 200));
  }
  await account({ login: 'wang', name: '王主任', role: 'administrator' });
  const cookie = await cookieOf('wang');
  await account({ login: 'shuili', name: '水利联络员', role: 'unit', units: [unit] }, { cookie });
  unitCookie = await cookieOf('shuili');
}, 120_000);
afterAll(() => site.close());

it('lets a unit come from the ledger to its promise and say how it stands', async () => {
  const page = await site.open('/sign-in');
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url());
  });
  await page.getByLabel('用户名').fill('shuili');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '台账' }).waitFor();
  await page.locator('.ledger-row').first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('link', { name: '查看承诺和办理情况' }).waitFor();
  expect(await drawer.locator('a[href^="/documents/"]').count()).toBe(0);
  await drawer.getByRole('link', { name: '查看承诺和办理情况' }).click();
  await page.getByRole('heading', { name: '承诺原文' }).waitFor();
  expect(await page.locator('#content a[href^="/documents/"]').count()).toBe(0);
  await page.locator('.claim-row .ant-select', { hasText: unit }).waitFor();
  await page.getByLabel('说明').fill('工程已经开工');
  await page.getByRole('button', { name: '自报进展' }).click();
  await page.getByText('自报已记下').waitFor();
  await shot(page, 'unit-promise');
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  const answer = await fetch(`${site.url}/api/v1/commitments/${encodeURIComponent(id)}/claims`, {
    headers: { cookie: unitCookie },
  });
  expect(JSON.stringify(await answer.json())).toContain('工程已经开工');
  expect(await page.locator('#content').getByRole('alert').allTextContents()).toEqual([]);
  expect(refused).toEqual([]);
  expectClean(page);
});
