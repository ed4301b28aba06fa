import { afterAll, beforeAll, expect, it } from 'vitest';
import { get, multipart, startApi } from './support/api.js';
import { idle } from './support/tracked.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api.close());

const sheet = [
  '序号,承诺事项,目标值,单位,完成时限,责任单位,文号,状态',
  '1,新建公办幼儿园,3,所,2031年底,县教育局、县财政局,浔政发〔2029〕3号,推进中',
  '2,力争改造老旧小区,12,个,2031-06-30,县住建局,,已完成',
  '2,力争改造老旧小区,12,个,2031-06-30,县住建局,,已完成',
  '3,出台养老服务管理办法,,,长期,县民政局,,',
  '4,新建停车场,2,座,适当时候,县住建局,,',
  '5,,,,2031年底,县住建局,,',
].join('\n');
const send = (query = '', bytes = sheet) => {
  const { payload, headers } = multipart([{ name: '台账.csv', bytes }], 'file');
  return api.app.inject({ method: 'POST', url: `/api/v1/commitments/import${query}`, payload, headers });
};
const rows = async () => (await get(api.app, '/api/v1/commitments?sort=document')).json().rows;

it('is looked at first, row by row, and then taken in once with stable ids', async () => {
  const dry = await send('?dryRun=true');
  expect(dry.statusCode).toBe(200);
  expect(dry.json()).toMatchObject({ done: false, documentId: null });
  expect(dry.json().headings).toContainEqual({ words: '状态', field: null });
  expect(dry.json().lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    ...['taken', 'taken', 'doubled', 'taken', 'refused', 'refused'],
  ]);
  expect(dry.json().lines[2].problem).toContain('第 3 行');
  expect(dry.json().lines[4].problem).toContain('看不懂完成时限“适当时候”');
  expect(dry.json().lines[5].problem).toContain('没有承诺原文或指标');
  expect(await rows()).toEqual([]);

  const { documentId, done } = (await send()).json();
  expect(done).toBe(true);
  await idle(api.app);
  const found = await rows();
  expect(found).toMatchObject([
    {
      ...{ stance: 'commitment', kind: 'quantity', value: 3, valueText: '3', unit: '所', comparator: '=' },
      ...{ indicator: '新建公办幼儿园', responsible: ['县教育局', '县财政局'], strength: 'plain' },
      ...{ deadline: { text: '2031年底', date: '2031-12-31' }, section: ['浔政发〔2029〕3号'] },
    },
    { value: 12, unit: '个', deadline: { date: '2031-06-30' }, hedged: true },
    { kind: 'milestone', value: null, deadline: null, missing: ['deadline'] },
  ]);
  const { text } = (await get(api.app, `/api/v1/documents/${documentId}/text`)).json();
  for (const { start, end, quote, valueStart, valueEnd, valueText } of found) {
    expect(text.slice(start, end)).toBe(quote);
    if (valueText !== null) expect(text.slice(valueStart, valueEnd)).toBe(valueText);
  }
  const document = (await get(api.app, `/api/v1/documents/${documentId}`)).json();
  expect(document).toMatchObject({ status: 'done', name: '台账.csv', meta: { kind: 'ledger' } });
  const original = await get(api.app, `/api/v1/documents/${documentId}/original`);
  expect(original.body).toBe(sheet);

  const again = (await send()).json();
  expect(again).toMatchObject({ done: false, documentId });
  await api.app.inject({
    ...{ method: 'POST', url: `/api/v1/documents/${documentId}/extract` },
    headers: { host: 'localhost', 'x-jiannuo-request': '1' },
  });
  await idle(api.app);
  expect((await rows()).map(({ id, statuses }: { id: string; statuses: object }) => [id, statuses])).toEqual(
    found.map(({ id, statuses }: { id: string; statuses: object }) => [id, statuses]),
  );
});

it('says what is missing where a table is no ledger', async () => {
  const refused = await send('', '姓名,电话\n甲,1\n乙,2\n');
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'ledger-without-headings']);
});
