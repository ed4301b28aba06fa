import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { startApi, upload } from '../api/support/api.js';

interface Told {
  readonly id: string | null;
  readonly event: string;
  readonly data: { id: string; status: string; name?: string; documentId?: string; evidence?: number | null };
}

const field = (lines: readonly string[], name: string): string | null =>
  lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;

/** Reads a stream of events until it ends or is left. */
function watch(url: string, headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const told: Told[] = [];
  const comments: string[] = [];
  const opened = fetch(url, { headers, signal: leave.signal });
  const ended = opened
    .then(async ({ body }) => {
      let rest = '';
      const decoder = new TextDecoder();
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const lines = block.split('\n');
          const event = field(lines, 'event');
          if (event === null) comments.push(block);
          else told.push({ id: field(lines, 'id'), event, data: JSON.parse(field(lines, 'data') ?? '') });
        }
      }
    })
    .catch((thrown: Error) => {
      if (thrown.name !== 'AbortError') throw thrown;
    });
  return { told, comments, opened, ended, leave: () => leave.abort() };
}

const reply = (n: number) => ({
  name: `答复${n}.txt`,
  bytes: `关于第${n}号建议的答复\n\n张代表：\n\n到2025年底，新建学校${n}所。\n\n澄岚市教育局\n2024年6月1日\n`,
});

describe('GET /events', () => {
  let api: Awaited<ReturnType<typeof startApi>>;
  let url: string;
  beforeAll(async () => {
    api = await startApi();
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(api.app.server.address() as { port: number }).port}/api/v1/events`;
  });
  afterAll(() => api.close());
  const settled = (told: readonly Told[], id: string) =>
    vi.waitFor(
      () =>
        expect(
          told.some(({ event, data }) => event === 'document' && data.id === id && data.evidence !== null),
        ).toBe(true),
      { timeout: 60_000, interval: 50 },
    );

  it('tells every page what becomes of a document, to the end, and of its jobs', async () => {
    const pages = [watch(url), watch(url)];
    const { headers } = await (pages[0] as (typeof pages)[0]).opened;
    expect(headers.get('content-type')).toContain('text/event-stream');
    const { documentId } = (await upload(api.app, [reply(3)])).json().files[0];
    for (const { told } of pages) {
      await settled(told, documentId);
      const of = told.filter(({ event, data }) => event === 'document' && data.id === documentId);
      expect(of.at(-1)?.data).toMatchObject({ status: 'done', name: '答复3.txt', evidence: 0 });
      // What was told once is not told again.
      expect(new Set(of.map(({ id }) => id)).size).toBe(of.length);
    }
    for (const page of pages) page.leave();
  });

  it('tells who comes back all that they missed, however slow they are', async () => {
    const other = await startApi();
    await other.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = other.app.server.address() as { port: number };
    const store = await other.store();
    let last = `${new Date(Date.now() - 1).toISOString()}_x`;
    const many = 400;
    const name = '长'.repeat(10_000);
    for (let n = 0; n < many; n += 1)
      await store.addDocument({
        ...{ tenant: 'default', place: null, size: 1 },
        ...{ sha256: n.toString(16).padStart(64, '0'), name: `${n}${name}` },
      });
    const ids = new Set<string>();
    // Twelve megabytes are more than may lie about: who is let go comes back with the last id, as a browser does.
    for (let connections = 0; ids.size < many && connections < 10; connections += 1) {
      const headers = { 'last-event-id': last };
      const slow = get({ host: '127.0.0.1', port, path: '/api/v1/events', headers });
      const [answer] = (await once(slow, 'response')) as [IncomingMessage];
      await new Promise((resume) => setTimeout(resume, 1_500));
      let rest = '';
      try {
        for await (const chunk of answer.setEncoding('utf8')) {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            const [, id] = /^id: (\S+)$/.exec(line) ?? [];
            if (!id) continue;
            last = id;
            ids.add(id.slice(id.lastIndexOf('_', 24) + 1));
          }
          if (ids.size === many) break;
        }
      } catch (thrown) {
        expect((thrown as Error).message).toBe('aborted');
      }
    }
    expect(ids.size).toBe(many);
    await other.close();
  });

  it('goes on where a connection ended', async () => {
    const first = watch(url);
    await first.opened;
    const one = (await upload(api.app, [reply(4)])).json().files[0].documentId;
    await settled(first.told, one);
    first.leave();
    const last = first.told.filter(({ id }) => id !== null).at(-1)?.id ?? '';
    const two = (await upload(api.app, [reply(5)])).json().files[0].documentId;
    const third = watch(url);
    await settled(third.told, two);
    third.leave();
    const again = watch(url, { 'last-event-id': last });
    await settled(again.told, two);
    again.leave();
    const odd = watch(url, { 'last-event-id': 'nonsense' });
    expect((await odd.opened).status).toBe(200);
    odd.leave();
  });

  it('shows that it lives, and ends with the right to it', async () => {
    const people = await api.people();
    await addPerson(people, 'default', { login: 'first', name: 'x', role: 'administrator' });
    const { handedOut, secret } = await issueSecret(people, {
      ...{ tenant: 'default', kind: 'token', personId: null, name: 't', role: 'viewer', lifeMs: null },
    });
    expect((await fetch(url)).status).toBe(401);
    const page = watch(url, { authorization: `Bearer ${handedOut}` });
    await page.opened;
    await vi.waitFor(() => expect(page.comments).toContain(': '), { timeout: 20_000, interval: 100 });
    await people.removeSecret('default', 'token', secret.id);
    await page.ended;
  });

  it('lets the server close while somebody watches', async () => {
    const other = await startApi();
    await other.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = other.app.server.address() as { port: number };
    const page = watch(`http://127.0.0.1:${port}/api/v1/events`);
    await page.opened;
    await other.close();
    await page.ended;
  });
});
