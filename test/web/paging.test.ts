import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/support/cli.js';
import { csv, giveSheet } from './support/give-sheet.js';
import { expectClean, openSite, type Site } from './support/site.js';

/** More than a page of any list, which is a hundred. */
const many = 130;
const numbers = Array.from({ length: many }, (_, at) => at + 1);

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const give = async (page: Page, label: string, file: ReturnType<typeof csv>) => {
  const plan = await giveSheet(page, label, file);
  await plan.getByRole('row').nth(1).waitFor();
  return plan;
};

it('turns the pages of what a list would bring, and loads proposals beyond the first hundred', async () => {
  const page = await site.open('/proposals');
  const lines = numbers.map((number) => `${number},关于第${number}件事的建议,县教育局`);
  const plan = await give(page, '导入清单', csv('清单.csv', ['建议号,案由,主办单位', ...lines]));
  await plan.getByText('关于第20件事的建议').waitFor();
  expect(await plan.getByText('关于第21件事的建议').count()).toBe(0);
  await plan.getByTitle('7', { exact: true }).click();
  await plan.getByText(`关于第${many}件事的建议`).waitFor();
  expect(await plan.getByText('关于第20件事的建议').count()).toBe(0);
  await plan.getByRole('button', { name: `导入 ${many} 件` }).click();
  await plan.waitFor({ state: 'hidden' });
  const rows = page.locator('#content tbody tr[data-row-key]');
  await page.getByRole('link', { name: '第 100 号' }).waitFor();
  expect(await rows.count()).toBe(100);
  await page.getByRole('button', { name: '继续加载' }).click();
  await page.getByRole('link', { name: `第 ${many} 号` }).waitFor();
  expect(await rows.count()).toBe(many);
  expect(await page.getByRole('button', { name: '继续加载' }).count()).toBe(0);
  const keys = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row-key')));
  expect(new Set(keys).size).toBe(many);
  expectClean(page);
});

it('brings the rows of the ledger beyond the first page as one scrolls, each once', async () => {
  const page = await site.open('/ledger');
  const lines = numbers.map((number) => `新建第${number}所学校,${number},所,2031年底,县教育局`);
  const heading = '承诺事项,目标值,单位,完成时限,责任单位';
  const plan = await give(page, '导入台账', csv('台账.csv', [heading, ...lines]));
  await plan.getByRole('button', { name: `导入 ${many} 条` }).click();
  await page.getByText(`共 ${many} 条`).waitFor();
  await page.goto('/ledger?sort=document');
  await page.locator('.ledger-row').first().waitFor();
  const seen = new Set<string | null>();
  const table = page.locator('.ant-table-tbody-virtual-holder');
  await expect
    .poll(
      async () => {
        const keys = await page
          .locator('.ledger-row')
          .evaluateAll((all) => all.map((row) => row.getAttribute('data-row-key')));
        for (const key of keys) seen.add(key);
        await table.hover();
        await page.mouse.wheel(0, 300);
        return seen.size;
      },
      { timeout: 60_000, interval: 50 },
    )
    .toBe(many);
  expectClean(page);
});

it('loads documents beyond the first hundred', async () => {
  const folder = await temporaryFolder();
  const files = await Promise.all(
    numbers.map(async (number) => {
      const file = join(folder, `通知${number}.txt`);
      await writeFile(file, `浔岭县教育局关于第${number}件事的通知\n\n2025年新建学校${number}所。\n`);
      return file;
    }),
  );
  await site.takeIn(...files);
  const page = await site.open('/documents?status=done');
  const rows = page.locator('#content tbody tr[data-row-key]');
  await expect.poll(() => rows.count()).toBe(100);
  const more = page.getByRole('button', { name: '继续加载' });
  await more.click();
  await more.waitFor({ state: 'detached' });
  // The ledger that was taken in is one of them.
  await expect.poll(() => rows.count()).toBe(many + 1);
  expect(await page.getByRole('button', { name: '继续加载' }).count()).toBe(0);
  expectClean(page);
});
