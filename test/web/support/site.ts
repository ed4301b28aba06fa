import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { ensureChromium } from '../../../scripts/chromium.mjs';
import { checkout, temporaryFolder } from '../../cli/support/cli.js';
import { type Served, serve } from '../../e2e/support/serve.js';

export const fixture = (name: string): string => join(checkout, 'fixtures', 'documents', name);

export interface Site {
  readonly url: string;
  readonly served: Served;
  /** A page in a context of its own: nothing is remembered from another. 1366 × 768, Chinese, light. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Takes files in by the API and waits until each is settled; gives their documents' ids. */
  takeIn(...files: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** What no page may do: ask another origin, break the policy, or fail in its script. */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) faults.push(`asks ${url}`);
  });
  page.on('console', (message) => {
    const text = message.text();
    // A refusal is logged by the browser for each answer of 4xx or 5xx; what the page makes of it is tested.
    const isAnswer = /^Failed to load resource: the server responded/.test(text);
    if (message.type() === 'error' && !isAnswer) faults.push(text);
  });
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
  return faults;
}

const watched = new Map<Page, string[]>();

/** Asserts that the page has done nothing of what no page may do. */
export function expectClean(page: Page): void {
  expect(watched.get(page)).toEqual([]);
}

async function settled(url: string, id: string): Promise<void> {
  for (;;) {
    const { status } = (await (await fetch(`${url}/api/v1/documents/${id}`)).json()) as { status: string };
    if (status === 'done' || status === 'failed') return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

async function takeIn(url: string, files: readonly string[]): Promise<string[]> {
  const form = new FormData();
  for (const file of files) form.append('files', new Blob([await readFile(file)]), basename(file));
  const answer = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form });
  const taken = ((await answer.json()) as { files: { documentId: string }[] }).files;
  const ids = taken.map(({ documentId }) => documentId);
  for (const id of ids) await settled(url, id);
  return ids;
}

/** `serve` with a data folder of its own, and a Chromium to visit it. */
export async function openSite(environment: NodeJS.ProcessEnv = {}): Promise<Site> {
  const data = await temporaryFolder();
  const served = await serve({ JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data, ...environment });
  const browser: Browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    url: served.url,
    served,
    async open(path = '/', options = {}) {
      const context = await browser.newContext({
        baseURL: served.url,
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      watched.set(page, watch(page, served.url));
      await page.goto(path);
      return page;
    },
    takeIn: (...files) => takeIn(served.url, files),
    async close() {
      await browser.close();
      await served.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A picture of the page under `.cache/screenshots`, to be looked at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = join(checkout, '.cache', 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
