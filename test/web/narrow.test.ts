import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../cli/support/cli.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

const tracking = (name: string): string => `${checkout}/fixtures/tracking/documents/${name}`;
const phone = { viewport: { width: 390, height: 844 } };

let site: Site;
/** Every page by the path that the router has for it. */
let pages: Readonly<Record<string, readonly string[]>>;
const get = async (path: string) => (await fetch(`${site.url}/api/v1${path}`)).json();

beforeAll(async () => {
  site = await openSite();
  const [, report] = await site.takeIn(
    tracking('suling-2024-digital-plan.txt'),
    tracking('suling-2025-digital-report.txt'),
    fixture('text/sources/hetang-2025-npc-reply-8.txt'),
    fixture('docx/sources/luzhu-2025-housing-renewal-plan.docx'),
  );
  const document = `/documents/${report}`;
  let links: { row: { id: string } }[] = [];
  while (links.length === 0) {
    await new Promise((resume) => setTimeout(resume, 200));
    links = (await get(`${document}/links`)).links;
  }
  const [proposal] = (await get('/proposals')).proposals;
  const audits = ['look-back', 'solved-but-open', 'planned-without', 'planned-nothing'];
  const parts = ['users', 'tokens', 'jobs', 'bin', 'practice', 'backups', 'health', 'trail'];
  pages = {
    ledger: ['/ledger', '/ledger?stance=all&text=%E5%B9%B4'],
    documents: ['/documents'],
    'documents/:id': [document],
    'documents/:id/tracking': [`${document}/tracking`],
    'commitments/:id': [`/commitments/${links[0]?.row.id}`],
    proposals: ['/proposals'],
    'proposals/:id': [`/proposals/${proposal.id}`],
    'proposals/audit': audits.map((kind) => `/proposals/audit?kind=${kind}`),
    dashboard: ['/dashboard'],
    calendar: ['/calendar?month=2025-12'],
    welcome: ['/welcome'],
    'admin/:part?': parts.map((part) => `/admin/${part}`),
    'sign-in': ['/sign-in'],
    '*': ['/nowhere'],
  };
});
afterAll(() => site.close());

const speak = (page: Page, language: string) =>
  page.evaluate((given) => localStorage.setItem('jiannuo.language', given), language);
const drawn = async (page: Page) => {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
};
/** What reaches beyond the window, the innermost that does, unless it is scrolled within something narrower. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const isWide = (each: Element) => each.getBoundingClientRect().right > innerWidth + 0.5;
    const scrolls = (each: Element | null): boolean =>
      each !== null && (getComputedStyle(each).overflowX !== 'visible' || scrolls(each.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((each) => isWide(each) && !scrolls(each.parentElement) && ![...each.children].some(isWide))
      .map((each) => `${each.tagName} ${each.className} ${each.textContent?.slice(0, 30)}`);
  });

it('has every page of the router to be looked at', () => {
  const routes = readFileSync(join(checkout, 'web/src/app/routes.tsx'), 'utf8');
  const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
  expect(Object.keys(pages).toSorted()).toEqual(paths.toSorted());
});

describe.each(['zh', 'en'])('in %s', (language) => {
  it('no page scrolls sideways on a telephone', async () => {
    const page = await site.open('/sign-in', phone);
    await speak(page, language);
    const wide: Record<string, readonly string[]> = {};
    for (const [name, paths] of Object.entries(pages))
      for (const [at, path] of paths.entries()) {
        await page.goto(path);
        await drawn(page);
        await shot(page, `phone-${language}-${name.replaceAll(/\W+/g, '-')}-${at}`);
        const found = await beyond(page);
        if (found.length > 0) wide[path] = found;
      }
    expect(wide).toEqual({});
    expectClean(page);
  });

  it('no heading and no status of the ledger is cut off', async () => {
    const page = await site.open('/ledger?stance=all', { viewport: { width: 1366, height: 768 } });
    await speak(page, language);
    await page.reload();
    await page.locator('.ledger-row').first().waitFor();
    const columns = language === 'zh' ? /列$/ : /Columns$/;
    await page.getByRole('button', { name: columns }).click();
    for (const box of await page.locator('.ledger-columns').getByRole('checkbox').all()) await box.check();
    await page.keyboard.press('Escape');
    await page.locator('.ledger-row').first().waitFor();
    const cut = await page.evaluate(() => {
      const words = document.querySelectorAll(
        '.ledger th, .ledger .ant-table-cell:has(> .ant-tag:only-child)',
      );
      const range = document.createRange();
      const isCut = (each: Element): boolean => {
        range.selectNodeContents(each);
        const room =
          each.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(each).paddingRight);
        return range.getBoundingClientRect().right > room + 0.5;
      };
      return [...words].filter(isCut).map((each) => each.textContent);
    });
    expect([...new Set(cut)]).toEqual([]);
  });
});
