import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { firstSignIn } from './support/first-sign-in.js';
import { expectClean, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const opened = async (page: Page) => {
  await page.getByRole('button', { name: '订阅日历' }).click();
  const dialog = page.getByRole('dialog', { name: '订阅日历' });
  await dialog.waitFor();
  return dialog;
};

it('says why there are no addresses before there are accounts', async () => {
  const page = await site.open('/calendar');
  const dialog = await opened(page);
  await dialog.getByText('订阅地址归账号所有').waitFor();
  expect(await dialog.getByRole('button', { name: '新建地址' }).count()).toBe(0);
  expectClean(page);
});

it('makes an address that is shown once, lists it, and takes it back', async () => {
  const json = { 'content-type': 'application/json', 'x-jiannuo-request': 'test' };
  const made = await fetch(`${site.url}/api/v1/users`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login: 'li', name: '李主任', role: 'administrator' }),
  });
  const { link } = (await made.json()) as { link: string };
  const page = await site.open(new URL(link).pathname + new URL(link).search);
  await firstSignIn(page, 'li', 'long-enough-secret');
  await page.goto('/calendar');
  const dialog = await opened(page);
  await dialog.getByText('还没有订阅地址').waitFor();
  await dialog.getByRole('button', { name: '新建地址' }).click();
  await dialog.getByText('请写明用在哪里').waitFor();
  await dialog.getByLabel('用在哪里').fill('手机');
  await dialog.getByRole('button', { name: '新建地址' }).click();
  const field = page.getByRole('textbox', { name: '新的订阅地址' });
  const url = await field.inputValue();
  expect(url).toContain(`${site.url}/api/v1/calendar.ics?token=`);
  const once = page.getByRole('dialog', { name: '新的订阅地址' });
  // A page without TLS has no clipboard interface.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await once.getByRole('button', { name: /复\s*制/ }).click();
  await once.getByText('已复制').waitFor();
  await shot(page, 'calendar-address');
  await expectAccessible(page);
  await once
    .getByRole('button', { name: /关\s*闭/ })
    .last()
    .click();
  await once.waitFor({ state: 'hidden' });
  expect(await page.content()).not.toContain(new URL(url).searchParams.get('token'));
  const answer = await fetch(url);
  expect([answer.status, (await answer.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
  const line = dialog.getByRole('listitem').filter({ hasText: '手机' });
  await line.getByRole('button', { name: /作\s*废/ }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /作\s*废/ })
    .click();
  await dialog.getByText('还没有订阅地址').waitFor();
  expect((await fetch(url)).status).toBe(401);
  expectClean(page);
});
