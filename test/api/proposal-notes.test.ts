import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import type { Role } from '../../src/domain/people.js';
import { settled, startApi, upload } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
let proposalId: string;
let administrator: Awaited<ReturnType<typeof sender>>;

/** Somebody with an account, by a token of theirs. */
async function sender(login: string, name: string, role: Role) {
  const people = await api.people();
  const bound = role === 'deputy' ? { proposalIds: [proposalId] } : {};
  const { id } = await addPerson(people, 'default', { login, name, role, ...bound });
  const { handedOut } = await issueSecret(people, {
    ...({ kind: 'token', tenant: 'default', lifeMs: null } as const),
    ...{ personId: id, name: login, role },
  });
  const headers = { host: 'localhost', authorization: `Bearer ${handedOut}` };
  return {
    id,
    send: (method: 'GET' | 'POST', url: string, payload?: object) =>
      api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) }),
  };
}

beforeAll(async () => {
  api = await startApi();
  const text =
    '答复类别：A类\n\n关于市十五届人大四次会议第21号建议的答复\n\n张代表：\n\n到2023年底，新建学校2所。\n\n澄岚市教育局\n2022年6月1日\n';
  const sent = await upload(api.app, [{ name: '21.txt', bytes: text }]);
  await settled(api.app, sent.json().files[0].documentId);
  const [proposal] = await (await api.store()).proposals('default');
  if (!proposal) throw new Error('no proposal');
  proposalId = proposal.id;
  administrator = await sender('first', '管理员', 'administrator');
}, 60_000);
afterAll(() => api.close());

const notes = () => `/proposals/${proposalId}/notes`;
const stored = async () => (await api.store()).proposalNotes('default', [proposalId]);
const rate = (result: 'satisfied' | 'unsatisfied') => ({ kind: 'rate', process: 'satisfied', result });

describe('the day of a hand-over', () => {
  it.each(['9999-10-01', '0001-01-01', '1989-12-31', '2199-12-31'])('is not taken as %s', async (day) => {
    const refused = await administrator.send('POST', notes(), { note: { kind: 'handover', day } });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ code: 'query-invalid' });
    expect(refused.json().detail).toContain('note.day');
    expect(refused.json().detail).toContain('1990-01-01');
    expect(await stored()).toEqual([]);
  });

  it.each(['9999-12-31', '0000-01-01'])('that an earlier version kept as %s is still told', async (day) => {
    await (await api.store()).addProposalNote({
      ...{ tenant: 'default', proposalId, madeBy: 'x', madeAt: '2025-01-01T00:00:00.000Z' },
      body: { kind: 'handover', day },
    });
    for (const url of ['/proposals', `/proposals/${proposalId}`])
      expect((await administrator.send('GET', url)).statusCode).toBe(200);
    const mended = await administrator.send('POST', notes(), {
      note: { kind: 'handover', day: '1990-01-01' },
    });
    expect(mended.json().followUp).toMatchObject({ handedOver: '1990-01-01', replyBy: '1990-04-02' });
  });
});

it('keeps apart what two deputies of one name say, and what staff put down from paper', async () => {
  const [one, other] = [await sender('d1', '张伟', 'deputy'), await sender('d2', '张伟', 'deputy')];
  const editor = await sender('e1', '王编辑', 'editor');
  await one.send('POST', notes(), { note: rate('unsatisfied') });
  await other.send('POST', notes(), { note: rate('satisfied') });
  const onPaper = await editor.send('POST', notes(), { note: rate('satisfied'), by: '张伟' });
  const told = (followUp: { ratings: { by: string; result: string; recordedBy: string | null }[] }) =>
    followUp.ratings.map(({ by, result, recordedBy }) => [by, result, recordedBy]);
  expect(told(onPaper.json().followUp)).toEqual([
    ['张伟', 'unsatisfied', null],
    ['张伟', 'satisfied', null],
    ['张伟', 'satisfied', '王编辑'],
  ]);
  expect(onPaper.json().followUp.redo).not.toBeNull();
  const again = await one.send('POST', notes(), { note: rate('satisfied') });
  expect(told(again.json().followUp)).toHaveLength(3);
  expect(again.json().followUp.redo).toBeNull();
  const kept = (await stored()).filter(({ body }) => body.kind === 'rate');
  expect(kept.map(({ raterKey, recordedBy }) => [raterKey, recordedBy])).toEqual([
    [one.id, '张伟'],
    [other.id, '张伟'],
    ['paper:张伟', '王编辑'],
    [one.id, '张伟'],
  ]);
});
