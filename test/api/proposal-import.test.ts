import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, multipart, settled, startApi, upload } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api.close());

const list = [
  '澄岚市十五届人大四次会议代表建议交办清单,,,,',
  '建议号,案由,领衔代表,主办单位,交办日期',
  '21,关于新建学校的建议,张 帆,市教育局,2022-03-01',
  '22,关于改造菜市场的建议,李越,市商务局,2022-03-01',
  'x,看不懂的一行,钱多,市商务局,',
].join('\n');

const send = (query: string, bytes = list, language = 'zh-CN') => {
  const { payload, headers } = multipart([{ name: '清单.csv', bytes }], 'file');
  return api.app.inject({
    ...{ method: 'POST', url: `/api/v1/proposals/import${query}`, payload },
    headers: { 'accept-language': language, ...headers },
  });
};
const proposals = async (query = '') => (await get(api.app, `/api/v1/proposals${query}`)).json();

describe('a list of proposals', () => {
  it('is looked at first, taken in once, and meets the reply that was there', async () => {
    const reply =
      '关于市十五届人大四次会议第21号建议的答复\n\n张帆代表：\n\n到2023年底，新建学校2所。\n\n澄岚市教育局\n2022年6月1日\n';
    const sent = await upload(api.app, [{ name: '21.txt', bytes: reply }]);
    await settled(api.app, sent.json().files[0].documentId);

    const session = encodeURIComponent('十五届四次会议');
    const dry = await send(`?dryRun=true&session=${session}`, list, 'en');
    expect(dry.statusCode).toBe(200);
    expect(dry.json().done).toBe(false);
    expect(dry.json().lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'changed',
      'new',
      'refused',
    ]);
    expect(dry.json().lines[2].problem).toContain('is not understood');
    expect((await proposals()).total).toBe(1);

    const done = (await send(`?session=${session}`)).json();
    expect(done.done).toBe(true);
    expect(done.lines[2].problem).toContain('看不懂编号');
    const { total, proposals: found } = await proposals();
    expect(total).toBe(2);
    expect(found).toMatchObject([
      {
        ...{ number: '21', title: '关于新建学校的建议' },
        registration: { proposers: ['张帆'], lead: ['市教育局'], assisting: [] },
        followUp: { handedOver: '2022-03-01', reply: 'done', repliedOn: '2022-06-01' },
      },
      { number: '22', documentIds: [], followUp: { reply: 'overdue' } },
    ]);
    expect((await proposals(`?text=${encodeURIComponent('李越')}`)).total).toBe(1);

    const again = (await send(`?session=${session}`)).json();
    expect(again.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'same',
      'same',
      'refused',
    ]);
    const shown = (await get(api.app, `/api/v1/proposals/${found[1].id}`)).json();
    expect(shown.proposal.registration.proposers).toEqual(['李越']);
  });

  it('is met by letters that come later, in fewer words, of several at once, and with zeros before the number', async () => {
    const later =
      '建议号,案由,领衔代表,会办单位\n31,甲建议,赵一,市财政局\n32,乙建议,钱二,\n0033,丙建议,孙三,\n';
    await send('?body=npc', later);
    const letters = [
      [
        '31.txt',
        '关于市十五届人大五次会议第031号建议的答复\n\n赵一代表：\n\n已新建车位20个。\n\n澄岚市住建局\n2023年6月1日\n',
      ],
      [
        '32.txt',
        '关于第32、33号建议的答复\n\n钱二、孙三代表：\n\n已新建车位30个。\n\n澄岚市住建局\n2023年6月1日\n',
      ],
    ] as const;
    for (const [name, bytes] of letters) {
      const sent = await upload(api.app, [{ name, bytes }]);
      await settled(api.app, sent.json().files[0].documentId);
    }
    const found = (await proposals('?limit=100')).proposals.filter(({ number }: { number: string }) =>
      /3[123]/.test(number),
    );
    expect(
      found.map((each: { number: string; followUp: { reply: string } }) => [
        each.number,
        each.followUp.reply,
      ]),
    ).toEqual([
      ['31', 'done'],
      ['32', 'done'],
      ['33', 'done'],
    ]);
    const again = (await send('?body=npc', later)).json();
    expect(again.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['same', 'same', 'same']);
  });

  it('is refused as a whole where it is no list, no file, or another file', async () => {
    expect((await send('', '一,二\n三,四\n')).json().code).toBe('import-without-headings');
    expect((await send('', '')).json().code).toBe('file-empty');
    expect((await send('?body=lords')).json().code).toBe('query-invalid');
    const none = await api.app.inject({
      ...{ method: 'POST', url: '/api/v1/proposals/import', payload: {} },
      headers: { host: 'localhost' },
    });
    expect(none.json().code).toBe('upload-empty');
  });
});
