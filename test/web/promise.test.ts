import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../cli/support/cli.js';
import { expectAccessible } from './support/axe.js';
import { expectClean, fixture, openSite, type Site, shot } from './support/site.js';

const tracking = (name: string): string => `${checkout}/fixtures/tracking/documents/${name}`;

let site: Site;
let report = '';
interface Row {
  id: string;
  documentId: string;
  quote: string;
  state: { past: string; ahead: string } | null;
}
const get = async (path: string) => (await fetch(`${site.url}/api/v1${path}`)).json();
/** A job may leave one list before it is read in the next, and be followed by another: twice in a row, along its way. */
const idle = async () => {
  for (let quiet = 0; quiet < 2; ) {
    let open = 0;
    for (const status of ['waiting', 'delayed', 'running'])
      open += (await get(`/jobs?status=${status}`)).jobs.length;
    quiet = open === 0 ? quiet + 1 : 0;
    if (open > 0) await new Promise((resume) => setTimeout(resume, 100));
  }
};

beforeAll(async () => {
  site = await openSite();
  const ids = await site.takeIn(
    tracking('suling-2024-digital-plan.txt'),
    tracking('suling-2024-digital-report.txt'),
    tracking('suling-2025-digital-report.txt'),
    fixture('text/sources/hetang-2025-npc-reply-8.txt'),
    fixture('text/sources/songbei-2023-cppcc-reply-5.txt'),
  );
  report = ids[2] ?? '';
  await idle();
}, 180_000);
afterAll(() => site.close());

const spoken = async (): Promise<Row> => {
  const { links } = await get(`/documents/${report}/links`);
  const link = links.find(({ evidence }: { evidence: unknown[] }) => evidence.length > 0);
  return link.row;
};

describe('a promise', () => {
  it('shows what was said, three statuses apart, evidence, series; is extended, closed and reopened', async () => {
    const { id } = await spoken();
    const page = await site.open(`/commitments/${id}`);
    await page.getByRole('heading', { name: '承诺原文' }).waitFor();
    await page.locator('.evidence').first().waitFor();
    const [{ title, file }] = (await get(`/commitments/${id}/evidence`)).evidence;
    expect(title).not.toBe(file);
    await page.locator('.evidence').first().getByRole('link', { name: title, exact: true }).waitFor();
    await page.locator('.series-table').getByRole('link', { name: title }).first().waitFor();
    await page.locator('.ant-timeline').getByText(title).first().waitFor();
    for (const label of ['核实', '时限', '自报']) await page.getByText(`${label}：`).first().waitFor();
    await shot(page, 'commitment');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^延\s*期$/ }).click();
    const form = page.getByRole('dialog', { name: '延期' });
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await form.getByText('请写理由').waitFor();
    await form.getByLabel('延期到').fill('2027-06-30');
    await form.getByLabel('理由').fill('设备到货晚，经研究同意延期');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await page.getByText('按决定调整为 2027-06-30').waitFor();
    await page.getByRole('button', { name: /^销\s*号$/ }).click();
    await page.getByRole('dialog', { name: '销号' }).getByLabel('理由').fill('现场核查属实');
    await page
      .getByRole('dialog', { name: '销号' })
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await page.getByText('已销号', { exact: true }).waitFor();
    await page.locator('#content').getByText('现场核查属实').waitFor();
    await page.getByRole('button', { name: '退回（取消销号）' }).waitFor();
    expectClean(page);
  });

  it('tells who decides on what somebody else has decided on, and shows it', async () => {
    const { id } = await spoken();
    const page = await site.open(`/commitments/${id}`);
    await page.locator('.evidence').first().waitFor();
    await fetch(`${site.url}/api/v1/commitments/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'vague', reason: '别人刚作的决定' }),
    });
    await page
      .locator('.evidence')
      .first()
      .getByRole('button', { name: /否\s*认/ })
      .click();
    await page.getByText('别人刚作了新的决定').waitFor();
    await page.getByText('别人刚作的决定').waitFor();
    await page.getByRole('button', { name: '取消笼统标记' }).waitFor();
    expectClean(page);
  });

  it('takes what a unit says of it, with a file', async () => {
    const { id } = await spoken();
    const page = await site.open(`/commitments/${id}`);
    await page.getByLabel('说明').fill('平台已经上线');
    await page.getByLabel('填报单位').fill('数据局');
    await page
      .getByLabel('附件')
      .setInputFiles({ name: '上线通知.txt', mimeType: 'text/plain', buffer: Buffer.from('已上线') });
    await page.getByRole('button', { name: '自报进展' }).click();
    await page.getByText('自报已记下').waitFor();
    await page.getByRole('link', { name: '上线通知.txt' }).waitFor();
    expectClean(page);
  });

  it('keeps what is being typed when the page cannot be read anew, and over a reload, until it is sent', async () => {
    const { id } = await spoken();
    const page = await site.open(`/commitments/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => / · 践诺$/.test(document.title));
    await page.getByLabel('说明').fill('正在联调');
    await page.route('**/evidence', (route) => route.fulfill({ status: 500, json: { code: 'internal' } }));
    await page
      .locator('.evidence')
      .first()
      .getByRole('button', { name: /确\s*认/ })
      .click();
    await page
      .getByRole('alert')
      .getByRole('button', { name: /重\s*试/ })
      .waitFor();
    expect(await page.getByLabel('说明').inputValue()).toBe('正在联调');
    await page.unroute('**/evidence');
    await page.reload();
    await page.locator('.evidence').first().waitFor();
    expect(await page.getByLabel('说明').inputValue()).toBe('正在联调');
    await page.getByRole('button', { name: '自报进展' }).click();
    await page.getByText('自报已记下').waitFor();
    expect(await page.getByLabel('说明').inputValue()).toBe('');
    await page.reload();
    await page.locator('.evidence').first().waitFor();
    expect(await page.getByLabel('说明').inputValue()).toBe('');
    expectClean(page);
  });

  it('tells that its course could not be read', async () => {
    const { id } = await spoken();
    const page = await site.open('/documents');
    await page.route('**/decisions', (route) => route.fulfill({ status: 500, json: { code: 'internal' } }));
    await page.goto(`/commitments/${id}`);
    await page.getByRole('alert').waitFor();
    await page.unroute('**/decisions');
    await page.getByRole('button', { name: /重\s*试/ }).click();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await page.locator('#content').getByText('现场核查属实').waitFor();
  });
});

describe('a report beside promises', () => {
  it('is confirmed and denied by one key each, and lists what it leaves out', async () => {
    const page = await site.open(`/documents/${report}/tracking`);
    await page.locator('.link-card').first().waitFor();
    await shot(page, 'tracking');
    await expectAccessible(page);
    const cards = page.locator('.link-card');
    const withEvidence = await cards.evaluateAll((all) =>
      all.findIndex((card) => card.querySelector('.link-actions') !== null),
    );
    for (let n = 0; n < withEvidence; n++) await page.keyboard.press('j');
    const card = cards.nth(withEvidence);
    await page.keyboard.press('n');
    await card.getByText('已否认').waitFor();
    for (let n = 0; n < 100; n++) await page.keyboard.press('k');
    for (let n = 0; n < withEvidence; n++) await page.keyboard.press('j');
    await page.keyboard.press('y');
    await card.getByText('已确认').waitFor();
    await page.getByRole('heading', { name: /没有说到的承诺/ }).waitFor();
    expectClean(page);
  });
});

describe('proposals', () => {
  it('are listed, looked for, and shown with their promises', async () => {
    const page = await site.open('/proposals');
    await page.getByRole('link', { name: '第 8 号' }).waitFor();
    await shot(page, 'proposals');
    await expectAccessible(page);
    await page.getByRole('searchbox', { name: '编号、标题、届次、提出人或单位' }).fill('5');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '第 8 号' }).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '第 5 号' }).click();
    await page.getByRole('heading', { name: /第 5 号/ }).waitFor();
    await page.getByRole('heading', { name: '承诺', exact: true }).waitFor();
    await shot(page, 'proposal');
    await expectAccessible(page);
    expectClean(page);
  });

  it('come from the office’s own list, which is looked at before it is taken in', async () => {
    const page = await site.open('/proposals');
    await page
      .getByLabel('导入清单')
      .last()
      .setInputFiles({
        name: '交办清单.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          '建议号,案由,领衔代表,主办单位\n901,关于增设公交站的建议,张 帆,市交通运输局\n甲,看不懂,李越,\n',
        ),
      });
    const plan = page.getByRole('dialog', { name: '导入清单：交办清单.csv' });
    await plan.getByText('新增 1 件，补充 0 件，没有变化 0 件，不导入 1 行。').waitFor();
    await plan.getByText(/看不懂编号“甲”/).waitFor();
    await expectAccessible(page);
    await plan.getByRole('button', { name: '导入 1 件' }).click();
    await plan.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '第 901 号' }).click();
    await page.getByText('提出人：张帆 · 主办单位：市交通运输局').waitFor();
    expectClean(page);
  });

  it('are followed from the hand-over to who is how satisfied, and looked back at', async () => {
    const { proposals } = await get('/proposals?text=5');
    const page = await site.open(`/proposals/${proposals[0].id}`);
    await page.getByLabel('交办日').fill('2023-02-20');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/交办日：2023-02-20 · 答复期限：2023-05-22/).waitFor();
    const choose = async (label: string, words: string) => {
      await page.getByLabel(label, { exact: true }).click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
        .getByTitle(words, { exact: true })
        .last()
        .click();
    };
    await page.getByLabel('评价人').fill('李代表');
    await choose('办理态度', '满意');
    await choose('办理结果', '不满意');
    await page.getByLabel('交办日').fill('2023-02-2');
    await page.reload();
    await page.locator('.proposal-rate .ant-select', { hasText: '不满意' }).waitFor();
    expect(await page.getByLabel('评价人').inputValue()).toBe('李代表');
    expect(await page.getByLabel('交办日').inputValue()).toBe('2023-02-2');
    await page.getByRole('button', { name: '登记评价' }).click();
    await page
      .locator('.proposal-ratings', { hasText: '李代表 办理态度：满意 · 办理结果：不满意' })
      .waitFor();
    await page.getByText(/须在 .+ 前重新办理答复/).waitFor();
    await shot(page, 'proposal-follow-up');
    await expectAccessible(page);
    await page.reload();
    await page.getByText(/须在 .+ 前重新办理答复/).waitFor();
    expect(await page.getByLabel('评价人').inputValue()).toBe('');
    await page.goto('/proposals');
    await page.getByText('李代表：满意 / 不满意').waitFor();
    await page.getByRole('link', { name: '回头看' }).click();
    await page.getByRole('heading', { name: '回头看清单' }).waitFor();
    const { findings } = await get('/audit?kind=planned-without&limit=500');
    await page.getByText('B 类缺时限或责任单位').click();
    await page.getByText(`共 ${findings.length} 条`).waitFor();
    await expectAccessible(page);
    expectClean(page);
  });
});
