import type { Page } from 'playwright-core';

/** Sets the password on the page that a link of an account leads to, and signs in with it. */
export async function firstSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(/密码/).fill(password);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '台账' }).waitFor();
}
