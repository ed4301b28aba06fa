import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it, vi } from 'vitest';
import { once } from '../../src/api/once.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { JiannuoError } from '../../src/domain/errors.js';

/** A request with a key, on a store that notes what becomes of it. */
function asked() {
  const freeKey = vi.fn(async () => {});
  const keepAnswer = vi.fn(async () => {});
  const warn = vi.fn();
  const store = { claimKey: async () => ({ state: 'ours' }), freeKey, keepAnswer };
  const ports = {
    store: async () => store as unknown as LedgerStore,
    config: { tenant: 't' } as Parameters<typeof once>[0]['config'],
  };
  const request = {
    ...{ method: 'POST', url: '/x', headers: { 'idempotency-key': 'k' }, log: { warn } },
    identity: { personId: 'p', via: 'token', name: '甲' },
  } as unknown as FastifyRequest;
  const reply = { header: () => {} } as unknown as FastifyReply;
  const ask = <T>(make: () => Promise<T>) => once(ports, request, reply, null, make);
  return { ask, freeKey, keepAnswer, warn };
}

const away = () => new JiannuoError('store-unavailable', { where: 'db', reason: '没有应答' });

describe('a key whose request failed', () => {
  it('is free again where the request was refused', async () => {
    const { ask, freeKey, keepAnswer } = asked();
    const refused = new JiannuoError('not-found', { what: 'commitment', id: 'x' });
    await expect(ask(() => Promise.reject(refused))).rejects.toBe(refused);
    expect(freeKey).toHaveBeenCalledOnce();
    expect(keepAnswer).not.toHaveBeenCalled();
  });

  it.each([away(), new TypeError('boom')])(
    'stays taken where nobody knows what was made: %s',
    async (fault) => {
      const { ask, freeKey } = asked();
      await expect(ask(() => Promise.reject(fault))).rejects.toBe(fault);
      expect(freeKey).not.toHaveBeenCalled();
    },
  );

  it('stays taken where the answer could not be kept, which is given all the same', async () => {
    for (const thrown of [away(), new JiannuoError('not-found', { what: 'document', id: 'x' })]) {
      const { ask, freeKey, keepAnswer, warn } = asked();
      keepAnswer.mockRejectedValue(thrown);
      expect(await ask(async () => ({ made: 1 }))).toEqual({ made: 1 });
      expect(freeKey).not.toHaveBeenCalled();
      expect(warn).toHaveBeenCalledWith({ code: thrown.code }, expect.any(String));
    }
  });
});
