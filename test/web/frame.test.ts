import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './support/axe.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.takeIn(
    fixture('text/sources/hetang-2025-npc-reply-8.txt'),
    fixture('docx/sources/luzhu-2025-housing-renewal-plan.docx'),
  );
});
afterAll(() => site.close());

describe('the page of the service', () => {
  it('is shown at any address of it, within its policy, from this origin alone', async () => {
    const answer = await fetch(`${site.url}/documents?status=done`, { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' /);
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    const page = await site.open('/documents');
    await page.getByRole('link', { name: /鹿渚市城镇老旧小区改造/ }).waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(3);
    await shot(page, 'documents');
    await expectAccessible(page);
    expectClean(page);
  });

  it('gives its files packed and for good, and data only to those that ask for data', async () => {
    const html = await (await fetch(`${site.url}/`, { headers: { accept: 'text/html' } })).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const { headers } = await fetch(`${site.url}${script}`);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
    const none = await fetch(`${site.url}/api/v1/none`, { headers: { accept: 'text/html' } });
    expect(none.status).toBe(404);
    expect(none.headers.get('content-type')).toContain('application/problem+json');
  });

  it('speaks English and turns dark when asked to, and remembers both', async () => {
    const page = await site.open('/documents');
    await page.getByRole('button', { name: /^账号/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Documents' }).waitFor();
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.scheme === 'dark');
    await page.reload();
    await page.getByRole('heading', { name: 'Documents' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.scheme)).toBe('dark');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await shot(page, 'documents-dark');
    expectClean(page);
  });

  it('is read on a telephone', async () => {
    const page = await site.open('/documents', { viewport: { width: 390, height: 844 } });
    await page.getByRole('link', { name: /鹿渚市/ }).waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '打开菜单' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '文件' }).click();
    await shot(page, 'documents-phone');
    expectClean(page);
  });
});
