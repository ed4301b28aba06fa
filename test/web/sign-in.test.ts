import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { expectClean, openSite, type Site, shot } from './support/site.js';

const password = 'long-enough-secret';
let site: Site;
beforeAll(async () => {
  site = await openSite();
  const answer = await fetch(`${site.url}/api/v1/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'wang', name: '王编辑', role: 'administrator' }),
  });
  const { link } = (await answer.json()) as { link: string };
  await fetch(link, { method: 'POST', body: new URLSearchParams({ password }) });
});
afterAll(() => site.close());

it('asks for signing in, says what is wrong, and leads back to where one wanted to go', async () => {
  const page = await site.open('/documents?status=failed');
  await page.getByRole('heading', { name: '登录践诺' }).waitFor();
  await shot(page, 'sign-in');
  await expectAccessible(page);
  await page.getByLabel('用户名').fill('wang');
  await page.getByLabel('密码').fill('not-the-password');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').filter({ hasText: '密码' }).waitFor();
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '文件' }).waitFor();
  expect(new URL(page.url()).search).toBe('?status=failed');
  expectClean(page);
});

it('signs out, and notices a session that ended elsewhere', async () => {
  const page = await site.open('/');
  await page.getByLabel('用户名').fill('wang');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /王编辑/ }).click();
  const [left] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'DELETE'),
    page.getByRole('menuitem', { name: '退出登录' }).click(),
  ]);
  expect(left.status()).toBe(204);
  await page.getByRole('heading', { name: '登录践诺' }).waitFor();
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('jiannuo');
  expectClean(page);
});

it('says when signing out did not work, and when an answer was cut off', async () => {
  const page = await site.open('/');
  await page.getByLabel('用户名').fill('wang');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '台账' }).waitFor();
  await page.route('**/api/v1/session', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: /王编辑/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByText('连不上服务').waitFor();
  await page.getByRole('heading', { name: '台账' }).waitFor();
  await page.route('**/api/v1/proposals?*', (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"proposals":[' }),
  );
  await page.getByRole('link', { name: '建议提案' }).click();
  await page.locator('#content').getByText('服务的回答看不懂').waitFor();
});

it('shows nobody what the one before was shown in the same tab', async () => {
  const page = await site.open('/documents');
  const signIn = async (heading: string) => {
    await page.getByLabel('用户名').fill('wang');
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: heading }).waitFor();
  };
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/documents') asked.push(request.url());
  });
  await signIn('文件');
  await expect.poll(() => asked.length).toBe(1);
  // The session ends elsewhere, so that this page is never told to forget.
  await page.context().clearCookies();
  await page.getByRole('link', { name: '看板' }).click();
  await page.getByRole('heading', { name: '请重新登录' }).waitFor();
  await signIn('看板');
  await page.getByRole('link', { name: '文件', exact: true }).click();
  await expect.poll(() => asked.length).toBe(2);
});

it('leads nowhere else after signing in', async () => {
  const page = await site.open('/sign-in?to=//elsewhere.example/');
  await page.getByLabel('用户名').fill('wang');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '台账' }).waitFor();
  expect(new URL(page.url()).origin).toBe(site.url);
});
