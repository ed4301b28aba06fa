import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/support/cli.js';
import { expectAccessible, violations } from './support/axe.js';
import { longPdf } from './support/long-pdf.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

let site: Site;
let pdf = '';
let text = '';
beforeAll(async () => {
  site = await openSite();
  [pdf = '', text = ''] = await site.takeIn(
    fixture('pdf/sources/luzhu-2025-housing-renewal-plan.pdf'),
    fixture('text/sources/hetang-2025-npc-reply-8.txt'),
  );
}, 180_000);
afterAll(() => site.close());

const chosen = '.item-row[aria-current="true"]';

/** The item that the page's address names, once it names one other than `before`. */
async function itemInAddress(page: Page, before = ''): Promise<string> {
  const item = (url: URL) => url.searchParams.get('item') ?? '';
  await page.waitForURL((url) => item(url) !== '' && item(url) !== before);
  return item(new URL(page.url()));
}

describe('a document beside its items', () => {
  it('draws the pages of a PDF, marks the items on them, and leads from either to the other', async () => {
    const page = await site.open(`/documents/${pdf}`);
    await page.locator('.pdf-page a[data-item]').first().waitFor();
    const drawn = await page
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: [],
        };
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 100) dark++;
        return dark;
      });
    expect(drawn).toBeGreaterThan(1_000);
    const row = page.locator('.item-row').nth(2);
    const quote = (await row.locator('.item-row-quote').textContent()) ?? '';
    await row.click();
    const id = await itemInAddress(page);
    const mark = page.locator(`.pdf-page a.item-selected[data-item="${id}"]`).first();
    await mark.waitFor();
    expect((await mark.textContent())?.replace(/\s+/g, ' ').slice(0, 10)).toBe(quote.slice(0, 10));
    const other = page.locator(`.pdf-page a[data-item]:not([data-item="${id}"])`).first();
    await other.click();
    await itemInAddress(page, id);
    await page.locator(chosen).waitFor();
    await shot(page, 'document-pdf');
    await expectAccessible(page);
    expectClean(page);
  });

  it('takes every key of who types faster than the page is drawn', async () => {
    const page = await site.open(`/documents/${text}`);
    await page.locator('.item-row').nth(6).waitFor();
    await page.evaluate(async () => {
      for (let n = 0; n < 5; n++) {
        dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
        await new Promise((resume) => setTimeout(resume));
      }
    });
    const isCurrent = await page
      .locator('.item-row')
      .evaluateAll((all: Element[]) => all.map((row) => row.getAttribute('aria-current') === 'true'));
    expect(isCurrent.indexOf(true)).toBe(4);
    expectClean(page);
  });

  it('is reviewed by keys alone, and keeps what was said over a reload', async () => {
    const page = await site.open(`/documents/${text}`);
    await page.locator('.item-row').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    await page.locator(chosen).waitFor();
    let id = await itemInAddress(page);
    for (let n = 0; n < 20 && !(await page.locator(`${chosen}.item-row-commitment`).count()); n++) {
      await page.keyboard.press('j');
      id = await itemInAddress(page, id);
      await page.locator(chosen).waitFor();
    }
    await page.locator(`.text-view a[data-item="${id}"]`).first().waitFor();
    await page.keyboard.press('a');
    await page.getByText('已记下：核对无误').waitFor();
    await page.waitForURL((url) => url.searchParams.get('item') !== id);
    await page.goto(`/documents/${text}?item=${id}`);
    await page.locator(`${chosen} .item-row-review`).waitFor();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: '更正读错的字段' });
    await form.getByLabel('责任单位').fill('荷塘市教育局、荷塘市财政局');
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('已记下更正').waitFor();
    await form.waitFor({ state: 'hidden' });
    await page.locator('.item-fields ins', { hasText: '荷塘市教育局、荷塘市财政局' }).waitFor();
    await page.keyboard.press('e');
    expect(await form.getByLabel('责任单位').inputValue()).toBe('荷塘市教育局、荷塘市财政局');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await page.keyboard.press('r');
    await page.getByText('已记下：不是承诺').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回').waitFor();
    const said = await (await fetch(`${site.url}/api/v1/commitments/${id}/decisions`)).json();
    expect(said.decisions.map(({ body }: { body: { kind: string } }) => body.kind)).toEqual([
      'accept',
      'correct',
      'reject',
      // Undone: what it was before.
      'accept',
    ]);
    await page.goto(`/documents/${text}?item=${id}`);
    await page.locator('.item-panel').waitFor();
    await page.getByText('为什么这样读').click();
    await page.locator('.item-why dd').first().waitFor();
    await shot(page, 'document-text');
    await expectAccessible(page);
    expectClean(page);
  });

  it('takes in a promise whose words are marked, in the text and on the page, and lets its maker take it back', async () => {
    const mark = (page: Page, pieces: string) =>
      page.locator(pieces).evaluateAll((all: Element[]) => {
        const piece = all.find(({ textContent }) => (textContent ?? '').length > 14);
        if (!piece) throw new Error('nothing to mark');
        const range = document.createRange();
        range.selectNodeContents(piece);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        piece.scrollIntoView({ block: 'center' });
        return piece.textContent?.trim() ?? '';
      });
    const said = async (id: string) =>
      (await (await fetch(`${site.url}/api/v1/commitments/${id}/decisions`)).json()).decisions;
    for (const [document, pieces] of [
      [text, '.text-view span[data-start]'],
      [pdf, '.text-layer span[data-start]'],
    ] as const) {
      const page = await site.open(`/documents/${document}`);
      await page.locator(pieces).first().waitFor();
      await page.locator('.item-row').first().waitFor();
      const words = await mark(page, pieces);
      await page.getByRole('button', { name: '添加为承诺' }).waitFor();
      await page.keyboard.press('n');
      const form = page.getByRole('dialog', { name: '添加承诺' });
      await form.waitFor();
      expect((await form.locator('mark').textContent())?.trim()).toBe(words);
      await form.getByLabel('时限').fill('2027-06-30');
      await shot(page, `mark-${document === pdf ? 'pdf' : 'text'}`);
      if (document === text) await expectAccessible(page);
      await form.getByRole('button', { name: /保\s*存/ }).click();
      await page.getByText('已添加').waitFor();
      const id = await itemInAddress(page);
      const { row } = await (await fetch(`${site.url}/api/v1/commitments/${id}`)).json();
      const source = await (await fetch(`${site.url}/api/v1/documents/${document}/text`)).json();
      expect(source.text.slice(row.start, row.end)).toBe(row.quote);
      expect(words).toContain(row.quote);
      await page.locator('.item-panel', { hasText: '人工添加' }).waitFor();
      await page.locator('.item-fields ins', { hasText: '2027-06-30' }).waitFor();
      await page.locator(`${chosen}`).waitFor();
      expect((await said(id)).map(({ body }: { body: { kind: string } }) => body.kind)).toEqual(['add']);
      if (document === text) await expectAccessible(page);
      await page.locator('.item-panel').getByRole('button', { name: '撤回添加' }).click();
      await page.getByText('已撤回添加').waitFor();
      await page.locator(`.item-row[aria-current="true"]`).waitFor({ state: 'detached' });
      expect((await fetch(`${site.url}/api/v1/commitments/${id}`)).status).toBe(404);
      expectClean(page);
    }
  });

  it('is saved as one file that is read without the service, and is accessible', async () => {
    const page = await site.open(`/documents/${pdf}`);
    await page.locator('.item-row').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '存成网页' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.html$/);
    const kept = join(await temporaryFolder(), 'saved.html');
    await download.saveAs(kept);
    const saved = await site.open('/documents');
    await saved.context().setOffline(true);
    await saved.goto(pathToFileURL(kept).href);
    const { items } = await (await fetch(`${site.url}/api/v1/documents/${pdf}/items`)).json();
    expect(await saved.locator('nav li').count()).toBe(items.length);
    const link = saved.locator('nav li a').nth(2);
    const target = (await link.getAttribute('href')) ?? '';
    await saved.locator(target).waitFor();
    expect((await saved.locator(target).evaluate((element) => element.tagName)).toLowerCase()).toBe('mark');
    // Its look comes with it: marks are coloured, and the list stands beside the text.
    const look = await saved.evaluate(() => {
      const mark = document.querySelector('main mark, mark');
      const nav = document.querySelector('nav')?.getBoundingClientRect();
      const color = mark ? getComputedStyle(mark).backgroundColor : '';
      return { color, navWidth: nav?.width ?? 0, pageWidth: innerWidth };
    });
    expect(look.color).not.toMatch(/^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 0\)|transparent|)$/);
    expect(look.navWidth).toBeGreaterThan(100);
    expect(look.navWidth).toBeLessThan(look.pageWidth * 0.7);
    await shot(saved, 'document-saved');
    expect(await violations(saved)).toEqual([]);
  });

  it('leaves keys of one letter alone for who switched them off', async () => {
    const page = await site.open(`/documents/${text}`);
    const help = page.getByRole('dialog', { name: '快捷键' });
    const choose = async (on: '开' | '关') => {
      await page.getByRole('button', { name: /账号/ }).click();
      await page.getByRole('menuitem', { name: on, exact: true }).click();
    };
    await page.locator('.item-row').first().waitFor();
    await choose('关');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    await choose('开');
    await page.locator('h1').click();
    expect(new URL(page.url()).searchParams.get('item')).toBeNull();
    expect(await help.count()).toBe(0);
    await page.keyboard.press('?');
    await help.waitFor();
    expectClean(page);
  });

  it('tells the second of two who review at once', async () => {
    const { rows } = await (
      await fetch(`${site.url}/api/v1/commitments?documentId=${text}&stance=commitment&sort=document`)
    ).json();
    const { id } = rows[1];
    const page = await site.open(`/documents/${text}?item=${id}`);
    await page.locator('.item-panel').waitFor();
    await fetch(`${site.url}/api/v1/commitments/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'vague', reason: '太笼统' }),
    });
    await page.keyboard.press('a');
    await page.getByText(/已有别人作出的新决定/).waitFor();
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('a');
    await page.getByText('已记下：核对无误').waitFor();
    const { decisions } = await (await fetch(`${site.url}/api/v1/commitments/${id}/decisions`)).json();
    // Other decisions on it may stand before.
    const kinds = decisions.map(({ body }: { body: { kind: string } }) => body.kind);
    expect(kinds.slice(-2)).toEqual(['vague', 'accept']);
    expectClean(page);
  });

  it('shows the text where the PDF cannot be drawn, and where it is asked for', async () => {
    const page = await site.open('/documents');
    await page.route('**/original', (route) => route.fulfill({ body: 'no PDF at all' }));
    await page.goto(`/documents/${pdf}`);
    await page.getByText('浏览器画不出这份 PDF').waitFor();
    await page.locator('.text-view a[data-item]').first().waitFor();
    await page.unroute('**/original');
    await page.goto(`/documents/${pdf}?view=text`);
    await page.locator('.text-view a[data-item]').first().waitFor();
    expect(await page.getByText('浏览器画不出这份 PDF').count()).toBe(0);
  });

  it('opens a long PDF with pages of many sizes at the item of a link, and leaves the reader free', async () => {
    const [long = ''] = await site.takeIn(await longPdf(200));
    const items: { row: { id: string } }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: URLSearchParams = new URLSearchParams({ limit: '2000', ...(cursor && { cursor }) });
      const answer: { items: typeof items; nextCursor: string | null } = await (
        await fetch(`${site.url}/api/v1/documents/${long}/items?${query}`)
      ).json();
      items.push(...answer.items);
      cursor = answer.nextCursor;
    }
    expect(items.length).toBeGreaterThan(3_000);
    for (const at of [1_999, items.length - 300]) {
      const id = items[at]?.row.id ?? '';
      const page = await site.open(`/documents/${long}?item=${id}`);
      const mark = page.locator(`.pdf-page a.item-selected[data-item="${id}"]`).first();
      await mark.waitFor();
      await page.waitForFunction((seen: string) => {
        const place = document.querySelector(seen)?.getBoundingClientRect();
        const view = document.querySelector('.pdf-view')?.getBoundingClientRect();
        const drawn = [...document.querySelectorAll('.pdf-page')].filter((each) =>
          each.querySelector('canvas'),
        );
        return place && view && drawn.length > 1 && place.top > view.top && place.bottom < view.bottom;
      }, `.pdf-page a.item-selected[data-item="${id}"]`);
      await page.locator(chosen).waitFor();
      await page.locator('.pdf-view').hover();
      await page.mouse.wheel(0, -3_000);
      await page.waitForFunction((seen: string) => {
        const top = document.querySelector(seen)?.getBoundingClientRect().top;
        return top === undefined || top > innerHeight;
      }, `.pdf-page a.item-selected[data-item="${id}"]`);
      expectClean(page);
    }
  }, 120_000);

  it('stays usable with a hundred thousand items', async () => {
    const count = 100_000;
    const lines = Array.from({ length: count }, (_, n) => `到2026年底，第${n}县新建学校${n}所。`);
    const starts: number[] = [];
    for (let n = 0, at = 0; n < count; at += (lines[n++] ?? '').length + 1) starts.push(at);
    const [sample] = (await (await fetch(`${site.url}/api/v1/documents/${text}/items?limit=1`)).json()).items;
    const item = (n: number) => {
      const quote = (lines[n] ?? '').slice(8, -1);
      const start = (starts[n] ?? 0) + 8;
      const row = {
        ...sample.row,
        id: `item${n}`,
        quote,
        start,
        end: start + quote.length,
        section: [],
        rules: {},
      };
      return { ...sample, row: { ...row, indicator: `第${n}县学校`, valueText: `${n}所` } };
    };
    const page = await site.open('/documents');
    await page.route(`**/documents/${text}/items?*`, (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
      const next = from + 2_000;
      const items = Array.from({ length: 2_000 }, (_, n) => item(from + n));
      return route.fulfill({ json: { items, nextCursor: next < count ? String(next) : null } });
    });
    await page.route(`**/documents/${text}/text`, async (route) => {
      const source = await (await route.fetch()).json();
      await route.fulfill({ json: { ...source, text: lines.join('\n'), pages: [], lines: [] } });
    });
    await page.goto(`/documents/${text}?item=item${count - 1}`);
    await page.getByText(`共 ${count} 条`).waitFor({ timeout: 90_000 });
    await page.locator(`${chosen}`).waitFor();
    await page
      .locator(`.text-view a[data-item="item${count - 1}"]`)
      .first()
      .waitFor();
    await page.keyboard.press('k');
    await page.waitForURL(new RegExp(`item=item${count - 2}$`));
    await page.locator(`.text-view a[data-item="item${count - 2}"].item-selected`).waitFor();
    expect(await page.locator('.item-row').count()).toBeLessThan(60);
    expect(await page.locator('.text-view a').count()).toBeLessThan(1_000);
  }, 240_000);
});
