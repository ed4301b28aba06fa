import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/support/cli.js';
import { expectAccessible } from './support/axe.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.takeIn(
    fixture('text/sources/hetang-2025-npc-reply-8.txt'),
    fixture('text/sources/jichuan-2024-cppcc-reply-87.txt'),
    fixture('docx/sources/luzhu-2025-housing-renewal-plan.docx'),
    fixture('text/sources/luzhu-2025-housing-renewal-progress.txt'),
  );
});
afterAll(() => site.close());

const rowsOf = async (query: string) => {
  const answer = await fetch(`${site.url}/api/v1/commitments?count=true&${query}`);
  return ((await answer.json()) as { total: { count: number } }).total.count;
};

it('shows the promises with lights and statuses, and is accessible, light and dark', async () => {
  const page = await site.open('/');
  await page.getByText('已过期').first().waitFor();
  await page.getByText(`共 ${await rowsOf('stance=commitment')} 条`).waitFor();
  await shot(page, 'ledger');
  await expectAccessible(page);
  expectClean(page);
});

it('narrows by a facet with its count; the chip takes it away; the address keeps it', async () => {
  const page = await site.open('/ledger');
  const facet = page.getByRole('region', { name: '责任单位' }).getByRole('button').first();
  await facet.waitFor();
  const count = Number((await facet.textContent())?.match(/\d+$/)?.[0]);
  await facet.click();
  await page.getByText(`共 ${count} 条`).waitFor();
  expect(new URL(page.url()).searchParams.get('unitId')).not.toBeNull();
  await page.reload();
  await page.getByText(`共 ${count} 条`).waitFor();
  await page.getByRole('button', { name: /^去掉条件：单位/ }).click();
  await page.getByText(`共 ${await rowsOf('stance=commitment')} 条`).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expectClean(page);
});

it('is put in another order, which the address keeps', async () => {
  const page = await site.open('/ledger');
  await page.locator('.ledger-row').first().waitFor();
  const [earliest, latest] = await Promise.all(
    ['deadline', '-deadline'].map(async (sort) => {
      const answer = await fetch(`${site.url}/api/v1/commitments?stance=commitment&limit=1&sort=${sort}`);
      return ((await answer.json()) as { rows: { id: string }[] }).rows[0]?.id;
    }),
  );
  const first = (id: string | undefined) =>
    page.locator(`.ledger-row[data-row-key="${id}"]`).first().waitFor();
  expect(latest).not.toBe(earliest);
  await first(earliest);
  await page.getByRole('button', { name: '排序：时限从近到远' }).click();
  await page.getByRole('menuitem', { name: '时限从远到近' }).click();
  await first(latest);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-deadline');
  await page.getByRole('button', { name: '排序：时限从远到近' }).waitFor();
  expectClean(page);
});

it('searches by words and marks them, by keyboard alone', async () => {
  const page = await site.open('/ledger?stance=all');
  await page.getByText('已过期').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('电梯');
  await page.keyboard.press('Enter');
  await page.locator('.ledger-table mark', { hasText: '电梯' }).first().waitFor();
  await page.getByText(`共 ${await rowsOf('text=电梯')} 条`).waitFor();
  await page.getByText('按相关度').waitFor();
  await page.getByRole('heading', { name: '台账' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.locator('mark').first().waitFor();
  expect(await drawer.locator('.passage').textContent()).toContain('电梯');
  await shot(page, 'ledger-row');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  expectClean(page);
});

it('remembers which columns are shown, and exports exactly those of exactly these rows', async () => {
  const page = await site.open('/ledger?strength=binding');
  await page
    .getByRole('columnheader', { name: '原文' })
    .or(page.getByText('原文', { exact: true }))
    .first()
    .waitFor();
  await page.getByRole('button', { name: /列$/ }).click();
  await page.getByRole('checkbox', { name: '原文' }).uncheck();
  await page.getByRole('checkbox', { name: '力度' }).check();
  await page.reload();
  await page.getByText('必达').last().waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  expect(head).toContain('力度');
  expect(head.split(',')).not.toContain('原文');
  expect(lines).toHaveLength(await rowsOf('stance=commitment&strength=binding'));
  expectClean(page);
});

it('keeps a view under a name', async () => {
  const page = await site.open('/ledger?light=red');
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByLabel('视图名称').fill('红灯');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '红灯' }).waitFor();
  await page.goto('/ledger');
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('link', { name: '红灯' }).click();
  await page.waitForURL(/light=red/);
  expectClean(page);
});

it('is read on a telephone', async () => {
  const page = await site.open('/ledger', { viewport: { width: 390, height: 844 } });
  await page.getByText('已过期').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await shot(page, 'ledger-phone');
  expectClean(page);
});

it('decides on many at once, says of each what became of it, and leaves those chosen that somebody else decided on', async () => {
  const page = await site.open('/ledger?sort=document');
  await page.locator('.ledger-row').nth(4).waitFor();
  const box = (n: number) => page.locator('.ledger-row').nth(n).getByRole('checkbox');
  await box(0).click();
  await box(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: '批量操作' });
  await bar.getByText('已选 3 条').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await bar.getByText('已选 2 条').waitFor();
  await page.keyboard.press('x');
  await bar.getByText('已选 3 条').waitFor();
  await shot(page, 'ledger-bulk');
  await expectAccessible(page);
  await bar.getByRole('button', { name: '延期' }).click();
  const form = page.getByRole('dialog', { name: '延期' });
  await form.getByLabel('延期到').fill('2031-12-31');
  await form.getByLabel('理由').fill('统一延期');
  await page.reload();
  await box(0).click();
  await box(2).click({ modifiers: ['Shift'] });
  await bar.getByText('已选 3 条').waitFor();
  const { rows } = await (
    await fetch(`${site.url}/api/v1/commitments?stance=commitment&sort=document&limit=3`)
  ).json();
  await fetch(`${site.url}/api/v1/commitments/${rows[1].id}/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'vague', reason: '太笼统' }),
  });
  await bar.getByRole('button', { name: '延期' }).click();
  await form.getByText('您上次填了没有办的内容').waitFor();
  expect(await form.getByLabel('延期到').inputValue()).toBe('2031-12-31');
  expect(await form.getByLabel('理由').inputValue()).toBe('统一延期');
  await form.getByRole('button', { name: '对 3 条作出决定' }).click();
  const result = page.getByRole('dialog', { name: '办理结果' });
  await result.getByText('2 条已记下').waitFor();
  await result.getByText('1 条没有记下').waitFor();
  expect(await result.locator('li').count()).toBe(1);
  await result.getByText(/已有别人作出的新决定/).waitFor();
  await expectAccessible(page);
  await result
    .getByRole('button', { name: /关\s*闭/ })
    .last()
    .click();
  await bar.getByText('已选 1 条').waitFor();
  const due = async (id: string) =>
    (await (await fetch(`${site.url}/api/v1/commitments/${id}`)).json()).row.state.due;
  expect([await due(rows[0].id), await due(rows[2].id)]).toEqual(['2031-12-31', '2031-12-31']);
  expect(await due(rows[1].id)).not.toBe('2031-12-31');
  await bar.getByRole('button', { name: /选中筛选出的全部/ }).click();
  await bar.getByText(`已选 ${await rowsOf('stance=commitment')} 条`).waitFor();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  await box(0).click();
  await bar.getByRole('button', { name: '导出所选' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).getByRole('link').click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(2);
  expectClean(page);
});

it('is told what goes on over one connection, and swaps nothing under the reader’s hand', async () => {
  const page = await site.open('/ledger');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const connected = page.waitForResponse((response) => response.url().endsWith('/api/v1/events'));
  await page.reload();
  await page.locator('.ledger-row').first().waitFor();
  await connected;
  const total = page.getByText(`共 ${await rowsOf('stance=commitment')} 条`);
  await total.waitFor();
  asked.length = 0;
  await site.takeIn(fixture('text/sources/qingtang-2025-digital-government-plan.txt'));
  const news = page.getByRole('button', { name: '有更新，点此刷新' });
  await news.waitFor();
  await expectAccessible(page);
  expect(asked.filter((path) => path.startsWith('/api/v1/commitments'))).toEqual([]);
  expect(asked.filter((path) => path === '/api/v1/events')).toEqual([]);
  await total.waitFor();
  await news.click();
  await page.getByText(`共 ${await rowsOf('stance=commitment')} 条`).waitFor();
  await news.waitFor({ state: 'detached' });
  expectClean(page);
});

it('shows markup, right-to-left marks, emoji and endless words as what they are, on a clock far away', async () => {
  const folder = await temporaryFolder();
  const markup = '<img src=x onerror="document.body.dataset.broken=1">';
  const word = 'W'.repeat(10_000);
  const file = join(folder, `<b>答复<br>\u202e😀${'w'.repeat(120)}.txt`);
  await writeFile(
    file,
    `关于${markup}\u202e😀公园的第81号建议的答复\n\n市公园局：\n到2027年底，建成${markup}\u202e😀公园81个。\n到2027年底，建成${word}停车场82个。\n`,
  );
  const [id = ''] = await site.takeIn(file);
  await rm(folder, { recursive: true });
  const answer = await fetch(`${site.url}/api/v1/commitments?documentId=${id}&sort=document`);
  const { rows } = (await answer.json()) as { rows: { id: string; quote: string }[] };
  const quotes = rows.map(({ quote }) => quote).join('\n');
  expect(quotes).toContain(markup);
  expect(quotes).toContain('\u202e😀');
  const part = word.slice(0, 100);
  expect(quotes).toContain(part);
  const long = rows.find(({ quote }) => quote.includes(part))?.id;
  const page = await site.open('/documents', { timezoneId: 'America/Los_Angeles' });
  // The day before in Los Angeles, and the year as well.
  await page.clock.setFixedTime('2027-12-31T18:30:00Z');
  const shown = { 'img[src="x"]': 0, 'body[data-broken]': 0 };
  for (const path of [
    '/documents',
    `/ledger?documentId=${id}`,
    `/documents/${id}`,
    `/commitments/${rows[0]?.id}`,
    `/commitments/${long}`,
  ]) {
    await page.goto(path);
    await page
      .getByText(/onerror=|W{20}/)
      .first()
      .waitFor();
    for (const [selector, count] of Object.entries(shown))
      expect(await page.locator(selector).count(), `${path} ${selector}`).toBe(count);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      path,
    ).toBeLessThanOrEqual(0);
  }
  const { receivedAt } = await (await fetch(`${site.url}/api/v1/documents/${id}`)).json();
  await page.goto('/documents');
  const china = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;
  const told = new Intl.DateTimeFormat('zh-CN', china).format(new Date(receivedAt));
  expect(await page.locator(`time[datetime="${receivedAt}"]`).first().textContent()).toBe(told);
  await page.goto('/calendar');
  await page.getByRole('heading', { name: '2028年1月' }).waitFor();
  expectClean(page);
});
