import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that look at colours: the others find the same in any scheme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page, by all rules or by those named. */
export async function violations(page: Page, named: readonly string[] = []): Promise<string[]> {
  // By the debugger's protocol, which the page's policy does not bind.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source);
  const runOnly =
    named.length > 0
      ? { type: 'rule' as const, values: [...named] }
      : { type: 'tag' as const, values: rules };
  const results = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
    };
    return axe.run(globalThis, { runOnly: only, resultTypes: ['violations'] });
  }, runOnly);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
}

/** Resolves when nothing fades or moves any more; what turns without end is left out. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const drawn = () => new Promise((resume) => requestAnimationFrame(resume));
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    do {
      await Promise.allSettled(moving().map(({ finished }) => finished));
      await drawn();
      await drawn();
    } while (moving().length > 0);
  });
}

/** Asserts that axe finds nothing (WCAG 2.2 AA and its best practices), light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((scheme) => document.documentElement.dataset.scheme === scheme, colorScheme);
    // Colours fade into one another when the scheme changes.
    await atRest(page);
    expect(await violations(page, colorScheme === 'dark' ? colourRules : []), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
