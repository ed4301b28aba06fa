import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get } from './support/api.js';
import { startTracked, type Tracked } from './support/tracked.js';

let tracked: Tracked;
let url = '';
beforeAll(async () => {
  tracked = await startTracked();
  url = `/api/v1/documents/${tracked.documents.firstReport}`;
}, 60_000);
afterAll(() => tracked.api.close());

const correct = (proposalNumber: string | null) =>
  tracked.api.app.inject({
    ...{ method: 'POST', url: `${url}/corrections`, headers: { host: 'localhost' } },
    payload: { fields: { proposalNumber }, reason: '与原件核对后更正' },
  });
const linked = async (): Promise<string[]> => {
  const proposals = await (await tracked.api.store()).proposals('default');
  return proposals
    .filter(({ documentIds }) => documentIds.includes(tracked.documents.firstReport))
    .map(({ number }) => number);
};

describe('the number of the proposal that a document answers', () => {
  it('is one number however a person writes it', async () => {
    const ways = ['12', '第12号', '12号', '１２', '第 012 号', '十二'];
    for (const words of ways) {
      const answer = await correct(words);
      expect(answer.statusCode).toBe(201);
      expect(answer.json().meta).toMatchObject({ proposalNumber: '12' });
      expect(await linked()).toEqual(['12']);
    }
    const { meta } = (await get(tracked.api.app, url)).json();
    expect(meta.corrections.map(({ fields }: { fields: object }) => fields)).toEqual(
      ways.map(() => ({ proposalNumber: '12' })),
    );
    const numbers = (await (await tracked.api.store()).proposals('default')).map(({ number }) => number);
    expect(numbers.filter((number) => /12|１２|十二/u.test(number))).toEqual(['12']);
  });

  it.each([
    ['12、15', '12、15'],
    ['第023、25号', '023、25'],
    ['第12号、第15号', '12、15'],
    ['１２，１５和１８', '12、15、18'],
    ['第DH123号', 'DH123'],
    ['第2020-4-073号', '2020-4-073'],
    [null, null],
  ])('stays that of several answered at once, or one with letters: %s', async (words, number) => {
    const answer = await correct(words);
    expect(answer.json().meta).toMatchObject({ proposalNumber: number });
    expect(await linked()).toEqual(number === null ? [] : [number]);
  });

  it('counts in the body and the session that a person sets', async () => {
    const answer = await tracked.api.app.inject({
      ...{ method: 'POST', url: `${url}/corrections`, headers: { host: 'localhost' } },
      payload: {
        fields: { proposalNumber: '31', body: 'cppcc', session: ' 政协十四届二次会议 ' },
        reason: '与原件核对后更正',
      },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json().meta).toMatchObject({ body: 'cppcc', session: '政协十四届二次会议' });
    const proposals = await (await tracked.api.store()).proposals('default');
    const mine = proposals.filter(({ documentIds }) => documentIds.includes(tracked.documents.firstReport));
    expect(mine).toMatchObject([{ number: '31', body: 'cppcc', session: '政协十四届二次会议' }]);
    const back = await tracked.api.app.inject({
      ...{ method: 'POST', url: `${url}/corrections`, headers: { host: 'localhost' } },
      payload: { fields: { body: null, session: null }, reason: '文中没有写' },
    });
    expect(back.json().meta).toMatchObject({ body: null, session: null });
    const odd = await tracked.api.app.inject({
      ...{ method: 'POST', url: `${url}/corrections`, headers: { host: 'localhost' } },
      payload: { fields: { body: 'council' }, reason: '不知道' },
    });
    expect(odd.json()).toMatchObject({ status: 400, code: 'query-invalid' });
    expect(odd.json().detail).toContain('fields.body');
  });

  it.each(['关于养老的建议', '12号建议', '12、', '第号', '12-1', '一二三'])('is not %s', async (words) => {
    const before = (await get(tracked.api.app, url)).json();
    const answer = await correct(words);
    expect(answer.json()).toMatchObject({ status: 400, code: 'query-invalid' });
    expect(answer.json().detail).toContain('参数 fields.proposalNumber 不对：看不懂');
    expect((await get(tracked.api.app, url)).json().meta).toEqual(before.meta);
  });
});
