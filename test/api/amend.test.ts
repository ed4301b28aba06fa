import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { get } from './support/api.js';
import { startTracked, type Tracked, texts } from './support/tracked.js';

let tracked: Tracked;
let items = '';
beforeAll(async () => {
  tracked = await startTracked();
  items = `/api/v1/documents/${tracked.documents.firstReport}/items`;
}, 60_000);
afterAll(() => tracked.api.close());

const post = (payload: object, headers: object = {}) =>
  tracked.api.app.inject({ method: 'POST', url: items, payload, headers: { host: 'localhost', ...headers } });
const remove = (id: string, headers: object = {}) =>
  tracked.api.app.inject({
    method: 'DELETE',
    url: `${items}/${id}`,
    headers: { host: 'localhost', ...headers },
  });
const proposed = async (words: string) => {
  const start = texts.firstReport.indexOf(words);
  const answer = await get(tracked.api.app, `${items}/proposed?start=${start}&end=${start + words.length}`);
  return { ...answer.json(), status: answer.statusCode };
};
const words = '全县完成特殊困难老年人家庭适老化改造412户';

describe('a promise that the engine did not find', () => {
  it('is proposed as the engine reads its words alone, each in its place, and last as a whole', async () => {
    const { proposed: found, quote, span } = await proposed(words);
    expect(quote).toBe(texts.firstReport.slice(span.start, span.end));
    expect(found.length).toBeGreaterThan(1);
    for (const { item } of found) {
      expect(item.stance).toBe('commitment');
      expect(texts.firstReport.slice(item.start, item.end)).toBe(item.quote);
      if (item.valueStart !== null)
        expect(texts.firstReport.slice(item.valueStart, item.valueEnd)).toBe(item.valueText);
    }
    expect(found.at(-1).item).toMatchObject({ kind: 'milestone', quote });
    expect((await proposed('')).status).toBe(400);
  });

  it('is added under the name of whoever marks it, once, and taken back by nobody else', async () => {
    const people = await tracked.api.people();
    await addPerson(people, 'default', { login: 'root', name: '管理员', role: 'administrator' });
    const token = async (name: string) => {
      const { handedOut } = await issueSecret(people, {
        ...{ kind: 'token', tenant: 'default', personId: null, name, role: 'editor', lifeMs: null },
      });
      return { authorization: `Bearer ${handedOut}` };
    };
    const [one, other] = [await token('甲'), await token('乙')];
    const start = texts.firstReport.indexOf(words);
    const asked = await tracked.api.app.inject({
      url: `${items}/proposed?start=${start}&end=${start + words.length}`,
      headers: { host: 'localhost', ...one },
    });
    const { proposed: found, quote, span } = asked.json();
    const marking = {
      ...span,
      quote,
      item: found.at(-1).item.id,
      reason: '漏读',
      fields: { deadline: '2027-06-30' },
    };
    expect((await post({ ...marking, quote: `${quote}了` }, one)).json().code).toBe('text-changed');
    const added = await post(marking, one);
    expect(added.statusCode).toBe(201);
    const { id } = added.json();
    expect((await post(marking, other)).json()).toMatchObject({ status: 409, code: 'item-exists' });
    for (;;) {
      const { standing } = (
        await tracked.api.app.inject({
          url: `/api/v1/commitments/${id}/evidence`,
          headers: { host: 'localhost', ...one },
        })
      ).json();
      if (standing) {
        expect(standing).toMatchObject({ added: true, review: 'accepted', due: '2027-06-30', version: 1 });
        break;
      }
      await new Promise((resume) => setTimeout(resume, 50));
    }
    const refused = await remove(id, other);
    expect(refused.json()).toMatchObject({ status: 403, code: 'not-maker' });
    expect((await remove(id, one)).statusCode).toBe(204);
    expect((await remove(id, one)).statusCode).toBe(404);
    const trail = await (await tracked.api.trail()).entries('default', { after: 0, limit: 50 });
    expect(JSON.stringify(trail)).toContain('DELETE /api/v1/documents/:id/items/:itemId');
  });
});
