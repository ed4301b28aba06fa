import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { expectClean, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const practice = async () => (await fetch(`${site.url}/api/v1/practice`)).json();

it('changes the rules of the office, tells who did, and goes back to those before', async () => {
  const page = await site.open('/admin/practice');
  await page.getByRole('row', { name: /临期提前 30 天/ }).waitFor();
  await page.getByRole('button', { name: '修改规则' }).click();
  const form = page.getByRole('dialog', { name: '修改规则' });
  await form.getByLabel('名称', { exact: true }).fill('浔岭县规则');
  await form.getByLabel('临期提前').fill('45');
  await form.getByLabel('人大建议答复期限').fill('7');
  await form.getByRole('button', { name: '保存并生效' }).click();
  await form.getByText('最长期限不能短于一般期限').waitFor();
  await form.getByLabel('人大建议答复期限').fill('4');
  const lines = form.locator('.light-lines li');
  const before = await lines.count();
  await form.getByRole('button', { name: `第 ${before} 条上移` }).click();
  await form.getByRole('button', { name: '第 1 条下移' }).click();
  await form.getByRole('button', { name: '删去第 2 条' }).click();
  expect(await lines.count()).toBe(before - 1);
  await shot(page, 'admin-practice-form');
  await expectAccessible(page);
  await form.getByRole('button', { name: '保存并生效' }).click();
  await page.getByRole('row', { name: /规则 浔岭县规则（本单位设定）/ }).waitFor();
  await page.getByRole('row', { name: /临期提前 45 天/ }).waitFor();
  await page.getByText('最后改过').waitFor();
  const { profile, from, version, offered } = await practice();
  const [first, second, ...others] = offered[0].lights;
  expect({ from, version }).toEqual({ from: 'office', version: 1 });
  expect(profile).toEqual({
    ...offered[0],
    id: 'office',
    name: { ...offered[0].name, zh: '浔岭县规则' },
    dueSoonDays: 45,
    replyMonths: { ...offered[0].replyMonths, npc: [4, 6] },
    lights: [second, ...others.slice(0, -2), others.at(-1), others.at(-2)],
  });
  expect(first).not.toEqual(second);
  await page.getByRole('button', { name: '恢复原来的规则' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '恢复原来的规则' }).click();
  await page.getByRole('row', { name: /临期提前 30 天/ }).waitFor();
  expect((await practice()).from).toBe('program');
  expectClean(page);
});

it('keeps what was typed where somebody else has changed the rules meanwhile, and takes over the rest', async () => {
  const page = await site.open('/admin/practice');
  await page.getByRole('button', { name: '修改规则' }).click();
  const form = page.getByRole('dialog', { name: '修改规则' });
  await form.getByLabel('回收站保留').fill('90');
  const { version, offered } = await practice();
  const changed = await fetch(`${site.url}/api/v1/practice`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'if-match': `"${version}"`,
      'x-jiannuo-request': '1',
    },
    body: JSON.stringify({ profile: { ...offered[0], id: 'theirs', dueSoonDays: 20 } }),
  });
  expect(changed.status).toBe(200);
  await form.getByRole('button', { name: '保存并生效' }).click();
  await form.getByText('您没动过的各项已换成现在的内容').waitFor();
  expect(await form.getByLabel('临期提前').inputValue()).toBe('20');
  expect(await form.getByLabel('回收站保留').inputValue()).toBe('90');
  await form.getByRole('button', { name: '保存并生效' }).click();
  await page.getByRole('row', { name: /回收站保留 90 天/ }).waitFor();
  expect((await practice()).profile).toMatchObject({ id: 'theirs', dueSoonDays: 20, binDays: 90 });
  expectClean(page);
});

it('begins from rules that come with the program', async () => {
  const page = await site.open('/admin/practice');
  await page.getByRole('button', { name: '修改规则' }).click();
  const form = page.getByRole('dialog', { name: '修改规则' });
  const three = (await practice()).offered.find(({ id }: { id: string }) => id === 'three-class');
  await form.getByLabel('从现成的规则改起').click();
  await page.getByTitle(three.name.zh, { exact: true }).click();
  await form.getByRole('button', { name: '保存并生效' }).click();
  await page.getByRole('row', { name: new RegExp(`规则 ${three.name.zh}`) }).waitFor();
  const { profile } = await practice();
  expect(profile).toEqual({ ...three, id: profile.id });
  expectClean(page);
});
