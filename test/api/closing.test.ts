import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { buildApi } from './support/api.js';

const listening = async () => {
  const app = await buildApi({});
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
};

it('closes at once over connections that wait, used or not', async () => {
  const { app, port } = await listening();
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');
  const agent = new Agent({ keepAlive: true });
  const [kept] = (await once(get({ port, agent, path: '/healthz' }), 'response')) as [IncomingMessage];
  const ended = Promise.all([once(unused.resume(), 'close'), once(kept.socket, 'close')]);
  await once(kept.resume(), 'end');
  await app.close();
  await ended;
  agent.destroy();
});

it('ends a stream of events, and the connection that it leaves idle', async () => {
  const { app, port } = await listening();
  const agent = new Agent({ keepAlive: true });
  const path = '/api/v1/events';
  const [stream] = (await once(get({ port, agent, path }), 'response')) as [IncomingMessage];
  expect(stream.statusCode).toBe(200);
  const ended = once(stream.resume(), 'end');
  await app.close();
  await ended;
  agent.destroy();
});

it('answers a request that is under way before it closes', async () => {
  const { app, port } = await listening();
  const body = connect(port, '127.0.0.1');
  await once(body, 'connect');
  body.write('POST /api/v1/session HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n');
  const begun = once(app.server, 'request');
  body.write('content-length: 20\r\n\r\n{');
  await begun;
  const closed = app.close();
  await new Promise((resume) => setTimeout(resume, 100));
  expect(body.destroyed).toBe(false);
  const answer = once(body, 'data');
  body.write('                  }');
  expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 \d{3} /);
  body.destroy();
  await closed;
});
