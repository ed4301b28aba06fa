import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answersKeptMs } from '../app/ports/first-answers.js';
import type { LedgerStore } from '../app/ports/ledger-store.js';
import { asJiannuoError, JiannuoError } from '../domain/errors.js';
import { phrase } from '../domain/phrase.js';
import { askedBy } from './access/guard.js';
import type { ApiPorts } from './ports.js';

/** A request that was begun and never answered for so long was cut short with its process. */
const lapsedMs = 120_000;
/** How long one waits for the same request that is at work. */
const patienceMs = 10_000;
const lookMs = 50;

/** What the client gave, printable ASCII; null where it gave none. */
function keyOf({ headers }: FastifyRequest): string | null {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  if (typeof given === 'string' && /^[\x21-\x7e]{1,200}$/.test(given)) return given;
  const reason = phrase('要写 1 到 200 个可见的 ASCII 字符', 'write 1 to 200 visible ASCII characters');
  throw new JiannuoError('query-invalid', { parameter: 'Idempotency-Key', reason });
}

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Answers bear links and tokens that are kept nowhere else: only who has the key can read them again. */
const secretOf = (key: string, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, 'jiannuo first answer', 32));

function seal(key: string, answer: unknown): Uint8Array {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key, salt), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]);
}

function unseal(key: string, given: Uint8Array): unknown {
  const sealed = Buffer.from(given);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    secretOf(key, sealed.subarray(0, 16)),
    sealed.subarray(16, 28),
  );
  decipher.setAuthTag(sealed.subarray(28, 44));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(44)), decipher.final()]).toString('utf8'));
}

async function firstAnswer<T>(
  store: Pick<LedgerStore, 'claimKey' | 'keepAnswer' | 'freeKey'>,
  { key, id, tenant, fingerprint }: { key: string; id: string; tenant: string; fingerprint: string },
  make: () => Promise<T>,
  onUnkept: (thrown: unknown) => void,
): Promise<{ answer: T; again: boolean }> {
  const name = { tenant, id };
  const until = Date.now() + patienceMs;
  let begunAt: string;
  for (;;) {
    const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
    const times = { at: ago(0), lapsed: ago(lapsedMs), expired: ago(answersKeptMs) };
    const claimed = await store.claimKey(name, fingerprint, times);
    begunAt = times.at;
    if (claimed.state === 'ours') break;
    if (claimed.fingerprint !== fingerprint) throw new JiannuoError('key-reused');
    if (claimed.answer) return { answer: unseal(key, claimed.answer) as T, again: true };
    if (Date.now() > until) throw new JiannuoError('request-under-way');
    await pause(lookMs);
  }
  const answer = await make().catch(async (thrown: unknown) => {
    // Of any other fault nobody knows what was carried out, or will be: work on a server that hangs goes on.
    if (asJiannuoError(thrown).class === 'input') await store.freeKey(name, begunAt);
    throw thrown;
  });
  try {
    await store.keepAnswer(name, begunAt, seal(key, answer));
  } catch (thrown) {
    onUnkept(thrown);
  }
  return { answer, again: false };
}

/**
 * What `make` gives. With an `Idempotency-Key` the same request by the same person within a day is given the first
 * answer again and makes nothing, by whichever process it is asked; what was refused may be tried again under its key.
 * After any other fault the key stays taken until it lapses: whether something was made is not known.
 * @param asked all that decides what is made: the body, digests of files
 * Faults: `key-reused` where another request has the key, `request-under-way`.
 */
export async function once<T>(
  ports: Pick<ApiPorts, 'store' | 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: unknown,
  make: () => Promise<T>,
): Promise<T> {
  const key = keyOf(request);
  if (key === null) return make();
  const { personId, via, name } = askedBy(request);
  const fingerprint = digest(request.method, request.url, JSON.stringify(asked ?? null));
  const id = digest(via, personId ?? name, key);
  const given = { key, id, tenant: ports.config.tenant, fingerprint };
  const onUnkept = (thrown: unknown) =>
    request.log.warn({ code: asJiannuoError(thrown).code }, 'a first answer could not be kept');
  const { answer, again } = await firstAnswer(await ports.store(), given, make, onUnkept);
  if (again) reply.header('idempotency-replayed', 'true');
  return answer;
}
