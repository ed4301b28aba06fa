import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.takeIn(
    fixture('docx/sources/luzhu-2025-housing-renewal-plan.docx'),
    fixture('text/sources/luzhu-2025-housing-renewal-progress.txt'),
    fixture('text/sources/hetang-2025-npc-reply-8.txt'),
  );
});
afterAll(() => site.close());

const countOf = async (query: string) => {
  const answer = await fetch(`${site.url}/api/v1/commitments?count=true&stance=commitment&${query}`);
  return ((await answer.json()) as { total: { count: number } }).total.count;
};

it('tells the figures, each of which opens its rows', async () => {
  const page = await site.open('/dashboard');
  await page.getByRole('heading', { name: '看板' }).waitFor();
  await page.locator('.chart svg').waitFor();
  await shot(page, 'dashboard');
  await expectAccessible(page);
  const overdue = await countOf('schedule=overdue');
  expect(overdue).toBeGreaterThan(0);
  const figure = page.locator('.figure', { hasText: '已过期' }).getByRole('link');
  expect(Number(await figure.textContent())).toBe(overdue);
  await figure.click();
  await page.getByText(`共 ${overdue} 条`).waitFor();
  expectClean(page);
});

it('shows what falls due in a month on its days, and goes from month to month', async () => {
  const page = await site.open('/calendar?month=2025-12');
  await page.getByRole('heading', { name: '2025年12月' }).waitFor();
  const count = await countOf('deadlineFrom=2025-12-01&deadlineTo=2025-12-31');
  expect(count).toBeGreaterThan(0);
  await page.getByText(`本月到期 ${count} 条`).waitFor();
  const last = page.locator('td', { has: page.locator('time[datetime="2025-12-31"]') });
  expect(await last.getByRole('listitem').count()).toBeGreaterThan(0);
  await shot(page, 'calendar');
  await expectAccessible(page);
  await page.getByRole('button', { name: '下个月' }).click();
  await page.getByRole('heading', { name: '2026年1月' }).waitFor();
  expect(new URL(page.url()).searchParams.get('month')).toBe('2026-01');
  expectClean(page);
});

it('lists the days on which something falls due on a telephone, and none else', async () => {
  const page = await site.open('/calendar?month=2025-12', { viewport: { width: 390, height: 844 } });
  const last = page.locator('td', { has: page.locator('time[datetime="2025-12-31"]') });
  await last.getByText('周三', { exact: true }).waitFor();
  await last.getByRole('listitem').first().waitFor();
  expect(await page.locator('time[datetime="2025-12-30"]').isVisible()).toBe(false);
  const days = page.locator('.calendar td:visible');
  expect(await days.count()).toBeGreaterThan(0);
  for (const day of await days.all()) expect(await day.getByRole('listitem').count()).toBeGreaterThan(0);
  await expectAccessible(page);
  expectClean(page);
});

it('goes by the deadline and the unit that count, with what was said struck through', async () => {
  const given = await fetch(
    `${site.url}/api/v1/commitments?stance=commitment&deadlineFrom=2025-12-01&deadlineTo=2025-12-31&limit=1`,
  );
  const { rows } = (await given.json()) as {
    rows: { id: string; indicator: string; deadline: { date: string }; responsible: string[] }[];
  };
  const [row] = rows;
  if (!row) throw new Error('nothing due');
  for (const decision of [
    { kind: 'extend', reason: '经批准延期', due: '2027-03-15' },
    { kind: 'correct', reason: '原文有误', fields: { responsible: ['河塘县水利局'] } },
  ]) {
    const answer = await fetch(`${site.url}/api/v1/commitments/${row.id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-jiannuo-request': 'test' },
      body: JSON.stringify(decision),
    });
    expect(answer.status).toBe(201);
  }
  const page = await site.open('/calendar?month=2027-03');
  const day = page.locator('td', { has: page.locator('time[datetime="2027-03-15"]') });
  await day.getByRole('link', { name: row.indicator }).waitFor();
  await day.locator('del', { hasText: row.deadline.date }).waitFor();
  await expectAccessible(page);
  await page.goto('/ledger?month=2027-03');
  await page.getByText('共 1 条').waitFor();
  await page.locator('ins', { hasText: '2027-03-15' }).waitFor();
  await page.locator('del', { hasText: row.deadline.date }).waitFor();
  await page.locator('ins', { hasText: '河塘县水利局' }).waitFor();
  await page.getByRole('complementary').getByText('河塘县水利局').waitFor();
  expectClean(page);
});
