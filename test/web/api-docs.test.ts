import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectClean, openSite, type Site, shot } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('shows the API and tries it out, with nothing from elsewhere', async () => {
  const page = await site.open('/api/docs');
  await page.getByRole('heading', { name: /践诺/ }).waitFor();
  const operation = page
    .locator('#operations-default-get_api_v1_session, [id$="get_api_v1_session"]')
    .first();
  await operation.click();
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  await operation.locator('.live-responses-table').getByText('"via": "local"').waitFor();
  await shot(page, 'api-docs');
  expectClean(page);
});

it('is for those who may ask the API', async () => {
  const answer = await fetch(`${site.url}/api/docs`, { headers: { authorization: 'Bearer nothing' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
});
