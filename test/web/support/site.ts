import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { ensureChromium } from '../../../scripts/chromium.mjs';
import { checkout, temporaryFolder } from '../../cli/support/cli.js';
import { type Served, serve } from '../../e2e/support/serve.js';

export const fixture = (name: string): string => join(checkout, 'fixtures', 'documents', name);

export interface Site {
  readonly url: string;
  readonly served: Served;
  /** Ends the service; `start` brings it back at the same address with the same data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /**
   * A page to which nothing is known from another but the files of the service, as in a browser that has been there before; the
   * page before it is closed. 1366 × 768, Chinese, light; with `options` in a context of its own.
   */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Another tab of the same browser. */
  beside(page: Page, path: string): Promise<Page>;
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
    const isAnswer =
      /^Failed to load resource: (the server responded|net::ERR_(CONNECTION|INTERNET|EMPTY))/.test(text);
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

const usual: BrowserContextOptions = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  colorScheme: 'light',
  reducedMotion: 'reduce',
};

/** Pages one after the other: each is drawn without the one before it at work beside it. */
class Visitor {
  private kept: BrowserContext | undefined;
  private page: Page | undefined;

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  async next(options: BrowserContextOptions | undefined): Promise<Page> {
    const before = this.page?.context();
    await this.page?.close();
    if (before !== this.kept) await before?.close();
    this.page = await (options ? this.apart(options) : this.anew());
    return this.page;
  }

  private async apart(options: BrowserContextOptions): Promise<Page> {
    return (await this.browser.newContext({ ...usual, baseURL: this.origin, ...options })).newPage();
  }

  /** The scripts of the service need not be fetched and compiled again; everything else is forgotten. */
  private async anew(): Promise<Page> {
    this.kept ??= await this.browser.newContext({ ...usual, baseURL: this.origin });
    await this.kept.setOffline(false);
    await this.kept.clearCookies();
    const page = await this.kept.newPage();
    const session = await this.kept.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
    await session.detach();
    return page;
  }
}

/**
 * A service with a data folder of its own, and a Chromium to visit it.
 * @param start what serves; by default `serve` on the embedded profile
 */
export async function openSite(
  environment: NodeJS.ProcessEnv = {},
  start: (environment: NodeJS.ProcessEnv, port?: number) => Promise<Served> = serve,
): Promise<Site> {
  const data = await temporaryFolder();
  const given = { JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data, ...environment };
  // Where there is no browser no service is left behind.
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const first = await start(given);
  let served = first;
  const { url } = first;
  const visitor = new Visitor(browser, url);
  const visit = async (page: Page, path: string): Promise<Page> => {
    // Patience on a busy machine, no limit of the page's.
    page.setDefaultTimeout(60_000);
    watched.set(page, watch(page, url));
    await page.goto(path);
    return page;
  };
  return {
    url,
    get served() {
      return served;
    },
    async stop() {
      await served.stop();
    },
    async start() {
      served = await start(given, Number(new URL(url).port));
    },
    open: async (path = '/', options) => visit(await visitor.next(options), path),
    beside: async (page, path) => visit(await page.context().newPage(), path),
    takeIn: (...files) => takeIn(url, files),
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
