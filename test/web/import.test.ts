import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { csv, giveSheet } from './support/give-sheet.js';
import { expectClean, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const ledger = csv('督办台账.csv', [
  '承诺事项,目标值,单位,完成时限,责任单位,备注栏',
  '新建公办幼儿园,3,所,2031年底,县教育局,',
  '改造老旧小区,12,个,2031-06-30,县住建局,',
  '改造老旧小区,12,个,2031-06-30,县住建局,',
  '新建停车场,2,座,适当时候,县住建局,',
]);
const total = async () =>
  (await (await fetch(`${site.url}/api/v1/commitments?count=true`)).json()).total.count;

it('leads from the empty dashboard to what to begin with', async () => {
  const page = await site.open('/dashboard');
  await page.getByText('台账里还没有承诺').waitFor();
  await page.getByRole('link', { name: '开始使用' }).click();
  await page.getByRole('heading', { name: '开始使用践诺' }).waitFor();
  expectClean(page);
});

it('shows what a ledger would bring, row by row, then takes it in, and once only', async () => {
  const page = await site.open('/ledger');
  const plan = await giveSheet(page, '导入台账', ledger);
  await plan.getByText('收入 2 条，重复 1 行，不导入 1 行。').waitFor();
  await plan.getByText('没有用到的栏：备注栏').waitFor();
  await plan.getByRole('row', { name: /^5 不导入 .*看不懂完成时限“适当时候”/ }).waitFor();
  await shot(page, 'ledger-import');
  await expectAccessible(page);
  await plan.getByLabel('只看有问题的 2 行').check();
  await plan.getByText('新建公办幼儿园').waitFor({ state: 'hidden' });
  expect(await total()).toBe(0);
  await plan.getByRole('button', { name: '导入 2 条' }).click();
  await page.getByText('已导入 2 条').waitFor();
  await page.getByText('共 2 条').waitFor();
  expect(new URL(page.url()).searchParams.get('documentId')).not.toBeNull();
  await page.getByText('新建公办幼儿园').first().waitFor();
  await plan.waitFor({ state: 'hidden' });
  await giveSheet(page, '导入台账', ledger);
  await plan.getByRole('button', { name: '导入 2 条' }).click();
  await page.getByText('以前导入过，没有变化').waitFor();
  expect(await total()).toBe(2);
  expectClean(page);
});

it('says what is missing where a table is no ledger, and nothing is taken in', async () => {
  const page = await site.open('/ledger');
  const plan = await giveSheet(page, '导入台账', csv('通讯录.csv', ['姓名,电话', '甲,1', '乙,2']));
  await plan.getByRole('alert').waitFor();
  expect(await plan.getByRole('table').count()).toBe(0);
  expect(await total()).toBe(2);
  await plan.getByRole('button', { name: /取\s*消/ }).click();
  await plan.waitFor({ state: 'hidden' });
  expectClean(page);
});
