import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { JiannuoError } from '../../domain/errors.js';
import { packageFolder } from '../../version.js';
import { assetPolicy, pagePolicy } from './policy.js';

/** Where the build puts the web page. */
const folder = join(packageFolder(), 'dist', 'web');

/** What the build left where each answer's nonce goes. */
const nonceMark = /__NONCE__/g;

/** The page itself, for whatever address of it: its own script shows what belongs there. */
export async function sendPage(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch((thrown: unknown) => {
    throw new JiannuoError('not-found', { what: 'page', id: '/' }, thrown);
  });
  const nonce = randomBytes(16).toString('base64');
  return reply
    .code(200)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .send(html.replace(nonceMark, nonce));
}

/** Somebody opens an address of the page, such as a link to a view of the ledger: not a program that asks for data. */
export function isPageVisit({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  return (
    (method === 'GET' || method === 'HEAD') &&
    (headers.accept ?? '').includes('text/html') &&
    !/^\/(api|assets)(\/|$)/.test(path) &&
    !path.includes('.')
  );
}

/** `GET /` and the page's files, whose names change with what is in them. */
export async function registerSite(app: FastifyInstance): Promise<void> {
  app.get('/', { schema: { hide: true } }, sendPage);
  const root = join(folder, 'assets');
  if (!existsSync(root)) {
    app.log.warn('the web page is not built: npm run build');
    return;
  }
  await app.register(files, {
    root,
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => {
      reply.header('content-security-policy', assetPolicy);
    },
  });
}
