import { existsSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../e2e/support/serve.js';
import { jiannuo, jsonLines, temporaryFolder } from './support/cli.js';

let data: string;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  data = await temporaryFolder();
  environment = { JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data };
});
afterAll(() => rm(data, { recursive: true, force: true }));

const run = (...args: string[]) => jiannuo(args, environment);
const password = '一个够长的密码1234';

it('offers the first administrator a link in a file that only its owner reads, until there is one', async () => {
  const file = join(data, 'first-administrator.txt');
  const server = await serve(environment);
  await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const link = new URL(readFileSync(file, 'utf8').trim());
  expect((await fetch(`${server.url}/api/v1/commitments`)).status).toBe(200);
  const set = await fetch(server.url + link.pathname + link.search, {
    method: 'POST',
    body: new URLSearchParams({ login: 'admin', name: '管理员', password }),
  });
  expect(set.status).toBe(200);
  expect((await fetch(`${server.url}/api/v1/commitments`)).status).toBe(401);
  expect(await server.stop()).toBe(0);

  const again = await serve(environment);
  await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(false);
  const made = await run('token', 'add', '--role', 'viewer', '--name', '平台');
  expect(made.stderr).toContain('只显示这一次');
  const headers = { authorization: `Bearer ${made.stdout.trim()}` };
  expect((await fetch(`${again.url}/api/v1/commitments`, { headers })).status).toBe(200);
  expect((await fetch(`${again.url}/api/v1/users`, { headers })).status).toBe(403);
  const [token] = jsonLines<{ id: string }>((await run('token', 'list', '--format', 'jsonl')).stdout);
  expect((await run('token', 'remove', token?.id ?? '')).code).toBe(0);
  expect((await fetch(`${again.url}/api/v1/commitments`, { headers })).status).toBe(401);
  expect(await again.stop()).toBe(0);
});

it('is closed from the start where others reach it', async () => {
  const open = await temporaryFolder();
  const server = await serve({ ...environment, JIANNUO_DATA: open, JIANNUO_HOST: '0.0.0.0' });
  try {
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/commitments`)).status).toBe(401);
  } finally {
    await server.stop();
    await rm(open, { recursive: true, force: true });
  }
});

it('adds people, lists them, gives new links, shuts them out', async () => {
  const added = await run('user', 'add', 'Jiaoyuju', '--role', 'unit', '--unit', '市教育局', '市招办');
  expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:8750\/setup\?code=[\w-]{43}\n$/);
  expect((await run('user', 'list')).stdout).toContain('市教育局, 市招办');
  expect((await run('user', 'link', 'jiaoyuju')).stdout).not.toBe(added.stdout);
  expect((await run('user', 'disable', 'jiaoyuju')).stderr).toContain('已停用');
  const [, person] = jsonLines<{ disabled: boolean }>(
    (await run('user', 'list', '--format', 'jsonl')).stdout,
  );
  expect(person?.disabled).toBe(true);
  expect((await run('user', 'add', 'jiaoyuju', '--role', 'unit')).stderr).toContain('已经有人用了');
  expect((await run('user', 'disable', 'admin')).stderr).toContain('最后一个可用的管理员');
  expect((await run('user', 'link', 'nobody')).stderr).toContain('找不到用户');
  expect((await run('token', 'add', '--role', 'viewer', '--days', '0')).code).toBe(2);
});
