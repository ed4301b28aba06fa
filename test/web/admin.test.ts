import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { firstSignIn } from './support/first-sign-in.js';
import { expectClean, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('leads from an empty ledger over the samples to its first rows', async () => {
  const page = await site.open('/');
  await page.getByRole('link', { name: '开始使用' }).click();
  await page.getByRole('heading', { name: '开始使用践诺' }).waitFor();
  await shot(page, 'welcome');
  await expectAccessible(page);
  await page.getByRole('button', { name: '载入示例文件' }).click();
  await page.getByText(/^已载入 \d+ 份/).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '开始使用践诺' }).waitFor();
  await page.getByRole('heading', { name: '上传文件' }).waitFor();
  await page.getByRole('button', { name: '载入示例文件' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '看台账' }).click();
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByRole('heading', { name: '台账' }).waitFor();
        await page.getByRole('status').filter({ hasText: '共' }).waitFor();
        return page.getByText(/^共 [1-9]\d* 条$/).count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBeGreaterThan(0);
  expectClean(page);
});

it('shows jobs and the audit trail', async () => {
  const page = await site.open('/');
  // One of each colour: which is still at work hangs on the machine.
  await page.route('**/api/v1/jobs?*', async (route) => {
    const response = await route.fetch();
    const { jobs, ...rest } = (await response.json()) as { jobs: { status: string }[] };
    await route.fulfill({
      response,
      json: { ...rest, jobs: jobs.map((job, n) => (n === 0 ? { ...job, status: 'running' } : job)) },
    });
  });
  await page.goto('/admin/jobs');
  await page.getByText('进行中', { exact: true }).first().waitFor();
  await shot(page, 'admin-jobs');
  await expectAccessible(page);
  await page.getByRole('tab', { name: '操作留痕' }).click();
  // The newest first, and named.
  const newest = page.getByRole('row').nth(1);
  await newest.getByText('载入示例文件').waitFor();
  await newest.getByText('本机').waitFor();
  await shot(page, 'admin-trail');
  await expectAccessible(page);
  expectClean(page);
});

it('puts a document into the bin, says so, and takes it out again; tells how the service is', async () => {
  const { documents } = await (await fetch(`${site.url}/api/v1/documents?status=done&limit=1`)).json();
  const [{ id, meta, name }] = documents;
  const page = await site.open(`/documents/${id}`);
  await page.getByRole('button', { name: '放进回收站' }).click();
  await page.getByRole('button', { name: /确\s*定/ }).click();
  await page.getByText('已放进回收站').waitFor();
  expect((await fetch(`${site.url}/api/v1/documents/${id}`)).status).toBe(404);
  await page.goto('/admin/bin');
  const row = page.getByRole('row').filter({ hasText: meta.title ?? name });
  await row.getByText('本机').waitFor();
  await expectAccessible(page);
  await row.getByRole('button', { name: /恢\s*复/ }).click();
  await page.getByText('回收站是空的').waitFor();
  expect((await fetch(`${site.url}/api/v1/documents/${id}`)).status).toBe(200);
  await page.getByRole('tab', { name: '运行状况' }).click();
  await page.getByRole('heading', { name: '逐项体检' }).waitFor();
  await page.getByRole('row', { name: /^Node\.js 正常 版本/ }).waitFor();
  await page.getByRole('row', { name: /^磁盘空间/ }).waitFor();
  await shot(page, 'admin-health');
  await expectAccessible(page);
  await page.getByRole('tab', { name: '备份' }).click();
  await page.getByText('还没有在网页上做过备份').waitFor();
  await page.getByRole('button', { name: '现在备份' }).click();
  await page.getByRole('row', { name: /^jiannuo-\d{8}T\d{6}Z\.backup [\d.]+ [KM]iB .+ 今天$/ }).waitFor();
  await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  await page.getByText('jiannuo restore 文件').waitFor();
  await shot(page, 'admin-backups');
  await expectAccessible(page);
  await page.getByRole('tab', { name: '办理规则' }).click();
  await page.getByRole('row', { name: /临期提前 30 天/ }).waitFor();
  await page.getByRole('row', { name: /红灯 核实：未达到或有争议/ }).waitFor();
  await page.getByText('没有设置提醒').waitFor();
  await shot(page, 'admin-practice');
  await expectAccessible(page);
  expectClean(page);
});

it('makes the first administrator, after whom everybody signs in, and looks after users and tokens', async () => {
  const page = await site.open('/admin/users');
  await page.getByText('还没有账号').waitFor();
  expect(await page.getByRole('button', { name: '添加用户' }).count()).toBe(0);
  await page.locator('#content').getByRole('link', { name: '开始使用' }).click();
  await page.getByLabel('用户名').fill('li');
  await page.getByLabel('姓名').fill('李主任');
  await page.getByRole('button', { name: '下一步：设置密码' }).click();
  await firstSignIn(page, 'li', 'long-enough-secret');

  await page.getByRole('link', { name: '管理' }).click();
  await page.getByRole('button', { name: '添加用户' }).click();
  await page.getByRole('dialog').getByLabel('用户名').fill('zhang');
  await page.getByRole('dialog').getByLabel('姓名').fill('张三');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  const link = page.getByRole('textbox', { name: '一次性链接' });
  await link.waitFor();
  expect(await link.inputValue()).toContain(`${site.url}/setup?code=`);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  const row = page.getByRole('row', { name: /张三/ });
  const dialog = page.getByRole('dialog', { name: '修改' });
  const choose = async (role: string) => {
    await dialog.getByLabel('权限').click();
    await page.locator('.ant-select-item-option', { hasText: role }).click();
  };
  await row.getByRole('button', { name: '修改' }).click();
  await choose('承办单位');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await dialog.getByText('请至少写一个单位').waitFor();
  await choose('代表');
  await dialog.getByLabel('建议提案').click();
  await page
    .locator('.ant-select-item-option', { hasText: /第 .+ 号/ })
    .first()
    .click();
  await dialog.locator('.ant-select-selection-item', { hasText: /第 .+ 号/ }).waitFor();
  await page.keyboard.press('Escape');
  const saved = page.waitForResponse((given) => given.request().method() === 'PATCH');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  const changed = await (await saved).json();
  expect(changed).toMatchObject({ role: 'deputy', units: [] });
  expect(changed.proposalIds).toHaveLength(1);
  await dialog.waitFor({ state: 'hidden' });
  await row.getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('姓名').fill('张三丰');
  const { users } = await page.evaluate(async () => (await fetch('/api/v1/users')).json());
  const { id } = users.find(({ login }: { login: string }) => login === 'zhang');
  await page.evaluate(
    (path) =>
      fetch(path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'x-jiannuo-request': 'test' },
        body: JSON.stringify({ role: 'viewer' }),
      }),
    `/api/v1/users/${id}`,
  );
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await dialog.getByText('别人刚改过这个用户').waitFor();
  expect(await dialog.getByLabel('姓名').inputValue()).toBe('张三丰');
  const again = page.waitForResponse((given) => given.request().method() === 'PATCH');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  expect(await (await again).json()).toMatchObject({ name: '张三丰', role: 'viewer' });
  await dialog.waitFor({ state: 'hidden' });
  await row.getByRole('button', { name: '停用' }).click();
  await row.getByText('已停用').waitFor();
  await page
    .getByRole('row', { name: /李主任/ })
    .getByRole('button', { name: '停用' })
    .click();
  await page.getByRole('alert').waitFor();
  await shot(page, 'admin-users');
  await expectAccessible(page);

  await page.getByRole('tab', { name: '接口令牌' }).click();
  await page.getByRole('button', { name: '新建令牌' }).click();
  await page.getByLabel('用途').fill('智慧人大平台');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  const token = await page.getByRole('textbox', { name: '新的令牌' }).inputValue();
  const answer = await fetch(`${site.url}/api/v1/commitments?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  expectClean(page);
});
