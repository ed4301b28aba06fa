import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCluster } from '../../scripts/cluster.mjs';
import { checkout } from '../cli/support/cli.js';
import { type Served, serve } from '../e2e/support/serve.js';
import { expectClean, openSite, type Site, shot } from './support/site.js';

const tracking = (name: string): string => `${checkout}/fixtures/tracking/documents/${name}`;

/** MongoDB, Redis, an API and a worker as processes of their own. */
async function cluster({ JIANNUO_DATA = '' }: NodeJS.ProcessEnv): Promise<Served> {
  const dir = join(JIANNUO_DATA, 'cluster');
  const backups = join(JIANNUO_DATA, 'backups');
  await mkdir(dir, { recursive: true });
  const environment = { JIANNUO_RECOGNIZER: 'off', JIANNUO_BACKUPS: backups };
  const { apis, stop } = await startCluster({ dir, workers: 1, apis: 1, environment });
  const [api] = apis;
  if (!api) throw new Error('no API');
  return { url: api.url, pid: api.pid, stop: () => stop().then(() => 0) };
}

describe.each([
  { profile: 'embedded', start: serve },
  { profile: 'cluster', start: cluster },
])('on the $profile profile', ({ profile, start }) => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ JIANNUO_RECOGNIZER: 'off' }, start);
  });
  afterAll(() => site.close());

  it('leads from an upload over its review and a later report to an end that the ledger shows', async () => {
    const page = await site.open('/documents');
    const takeIn = async (file: string, title: RegExp) => {
      await page.getByLabel('上传文件', { exact: true }).setInputFiles(tracking(file));
      const link = page.getByRole('region', { name: '本次上传' }).getByRole('link', { name: title });
      await link.waitFor();
      return link;
    };
    await (await takeIn('suling-2024-digital-plan.txt', /行动计划/)).click();
    await page.locator('.item-row-commitment').first().click();
    await page.locator('.item-row[aria-current="true"]').waitFor();
    await page.keyboard.press('a');
    await page.getByText('已记下：核对无误').waitFor();

    await page.getByRole('link', { name: '文件', exact: true }).first().click();
    const report = await takeIn('suling-2025-digital-report.txt', /情况的报告/);
    const id = (await report.getAttribute('href'))?.split('/').at(-1);
    // A report is held against promises by a job that follows its reading.
    const linked = async () =>
      (await (await fetch(`${site.url}/api/v1/documents/${id}/links`)).json()).links.length;
    await expect.poll(linked, { timeout: 60_000, interval: 200 }).toBeGreaterThan(0);
    await page.goto(`/documents/${id}/tracking`);
    const card = page.locator('.link-card', { has: page.locator('.link-actions') }).first();
    await card.getByRole('button', { name: /确\s*认/ }).click();
    await card.getByText('已确认').waitFor();

    await card.getByRole('link').first().click();
    await page.locator('.evidence').first().waitFor();
    await page.getByRole('button', { name: /^销\s*号$/ }).click();
    const form = page.getByRole('dialog', { name: '销号' });
    await form.getByLabel('理由').fill('现场核查属实');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await page.getByText('已销号', { exact: true }).waitFor();
    await shot(page, `whole-way-${profile}`);
    const promise = new URL(page.url()).pathname.split('/').at(-1);
    const { row } = await (await fetch(`${site.url}/api/v1/commitments/${promise}`)).json();
    expect(row.state.closed).toBe(true);
    expectClean(page);
  });

  it('is backed up from the page', async () => {
    const page = await site.open('/admin/backups');
    await page.getByRole('button', { name: '现在备份' }).click();
    await page.getByRole('row', { name: /^jiannuo-\d{8}T\d{6}Z\.backup/ }).waitFor();
    expectClean(page);
  });
});
