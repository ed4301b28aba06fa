import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accept, invitation } from '../../app/people/invitations.js';
import { asJiannuoError, faults, JiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { escapedHtml } from '../html.js';
import type { ApiPorts } from '../ports.js';
import { guessesPerMinute } from '../security.js';

const querySchema = z.strictObject({ code: z.string().min(1).max(200) });

interface Page {
  readonly code: string;
  readonly isFirst: boolean;
  readonly told: string | null;
}

const field = (label: string, name: string, type: string, more = '') =>
  `<p><label>${label}<br><input name="${name}" type="${type}" required ${more}></label></p>`;

const style = `:root { color-scheme: light dark }
body { max-width: 24rem; margin: 12vh auto 0; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
input, button { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit }`;
const styleHash = createHash('sha256').update(style).digest('base64');

const document = (body: string) => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>践诺 · 设置账号</title><style>${style}</style></head>
<body><main><h1>践诺</h1>
${body}
</main></body>
</html>
`;

function form({ code, isFirst, told }: Page): string {
  const first = isFirst
    ? field('用户名', 'login', 'text', 'autocomplete="username" maxlength="64"') +
      field('姓名', 'name', 'text', 'autocomplete="name" maxlength="64"')
    : '';
  return document(`<p>${isFirst ? '设置第一个管理员。设好以后，所有人都要登录才能使用。' : '设置登录密码。'}</p>
${told === null ? '' : `<p role="alert"><strong>${escapedHtml(told)}</strong></p>`}
<form method="post" action="/setup?code=${encodeURIComponent(code)}" autocomplete="off">
${first}${field('密码（至少 10 个字符）', 'password', 'password', 'autocomplete="new-password" minlength="10" maxlength="200"')}
<p><button>保存</button></p>
</form>`);
}

/**
 * The page of a one-time link, plain HTML without scripts: the code is the right to use it, and so it needs no session
 * and no header against forgery.
 */
export function registerSetup(app: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 10_000 },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Under no-referrer a browser sends the form with the origin `null`, which is refused as another site's.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  };
  const options = { config: guessesPerMinute, schema: { hide: true, querystring: querySchema } };
  /** Whoever opens a link in a browser is told in a page. */
  const orOver = async <T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (!(fault instanceof JiannuoError) || fault.code !== 'link-invalid') throw thrown;
      reply.code(faults[fault.code].http).headers(headers);
      return null;
    }
  };
  const over = document(`<p role="alert"><strong>这个链接已用过或已过期。</strong></p>
<p>已设好密码的，请<a href="/sign-in">登录</a>；没有设好的，请管理员在“管理”里重新发一个链接。</p>`);
  app.get('/setup', options, async ({ query: { code } }, reply) => {
    const found = await orOver(reply, async () => invitation(await ports.people(), tenant, code));
    if (!found) return reply.send(over);
    const { personId } = found;
    return reply.headers(headers).send(form({ code, isFirst: personId === null, told: null }));
  });
  app.post('/setup', options, async ({ query: { code }, body }, reply) => {
    const people = await ports.people();
    const found = await orOver(reply, () => invitation(people, tenant, code));
    if (!found) return reply.send(over);
    const { personId } = found;
    try {
      await accept(people, await ports.hasher(), tenant, code, body);
      return reply.headers(headers).send(document('<p>已保存，可以<a href="/sign-in">登录</a>了。</p>'));
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (!(fault instanceof JiannuoError)) throw thrown;
      // Another who held the code was quicker.
      if (fault.code === 'link-invalid')
        return reply.code(faults[fault.code].http).headers(headers).send(over);
      if (!['query-invalid', 'login-taken'].includes(fault.code)) throw thrown;
      const page = form({ code, isFirst: personId === null, told: fault.message });
      return reply
        .code(fault.code === 'login-taken' ? 409 : 400)
        .headers(headers)
        .send(page);
    }
  });
}
