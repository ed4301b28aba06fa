import { setTimeout as pause } from 'node:timers/promises';
import type { LedgerStore } from '../../../src/app/ports/ledger-store.js';
import { sha256Hex } from '../../../src/domain/identity.js';
import { extract } from '../../../src/extract/extractor.js';
import { loadSegmenter } from '../../../src/text/segment/segmenter.js';
import { plainSource } from '../../support/plain-source.js';
import { reply } from './replies.js';
import type { System } from './system.js';

export interface Told {
  readonly fault: string;
  readonly injected: number;
  /** Answered with 202; those that were not have been sent again until they were. */
  readonly accepted: number;
  /** Sent in vain: connection refused or broken, or 503. */
  readonly refused: number;
  readonly expected: number;
  readonly found: number;
  readonly lost: number;
  readonly doubled: number;
  /** From the end of the last fault until all that was accepted is done and tracked. */
  readonly recoveryMs: number;
}

const tenant = 'default';

/** One upload until it is accepted; gives how often it was in vain. */
async function sent(system: System, n: number, patienceMs = 120_000): Promise<number> {
  const { name, bytes } = reply(n);
  const until = Date.now() + patienceMs;
  for (let refused = 0; ; refused += 1) {
    try {
      const form = new FormData();
      form.append('files', new Blob([Buffer.from(bytes)]), name);
      const init = { method: 'POST', body: form, signal: AbortSignal.timeout(20_000) };
      const response = await fetch(`${system.url()}/api/v1/documents`, init);
      const body = (await response.json()) as { files?: { documentId?: string }[] };
      if (response.status === 202 && body.files?.[0]?.documentId) return refused;
    } catch {
      // Refused, broken or late: whoever uploads sends it again.
    }
    if (Date.now() > until) throw new Error(`${name} was not accepted within ${patienceMs} ms`);
    await pause(200);
  }
}

async function rowIds(store: LedgerStore): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await store.rows(tenant, {}, { sort: 'document', limit: 200, cursor });
    ids.push(...page.rows.map(({ id }) => id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

function expectedIds(first: number, documents: number): string[] {
  const { segmenter } = loadSegmenter();
  return Array.from({ length: documents }, (_, i) => reply(first + i)).flatMap(({ bytes }) => {
    const source = plainSource(Buffer.from(bytes).toString('utf8'));
    return extract(source, sha256Hex(bytes), segmenter).items.map(({ id }) => id);
  });
}

/** Until every document is done and no job is open. A look that fails is one at a server that is not back yet. */
async function settled(system: System, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let last = ''; ; ) {
    try {
      const [store, queue] = await Promise.all([system.composition.store(), system.composition.queue()]);
      const { waiting, delayed, running, dead } = await queue.counts();
      const open = (await store.documents(tenant, { limit: 500 })).rows.filter(
        ({ status }) => status !== 'done',
      );
      const untracked = await store.untracked('9999', 10);
      last = JSON.stringify({
        waiting,
        delayed,
        running,
        dead,
        open: open.length,
        untracked: untracked.length,
      });
      if (waiting + delayed + running + dead + open.length + untracked.length === 0) return;
    } catch (thrown) {
      last = String(thrown);
    }
    if (Date.now() > until) throw new Error(`not settled within ${patienceMs} ms: ${last}`);
    await pause(200);
  }
}

/**
 * Uploads go on while a fault strikes again and again; then everything must come to rest by itself.
 * @param times how often it strikes; so many documents of `each` go in around every one
 */
export async function storm(
  system: System,
  fault: string,
  { times, each, first = 0, random }: { times: number; each: number; first?: number; random: () => number },
): Promise<Told> {
  const strike = system.faults.get(fault);
  if (!strike) throw new Error(`no such fault here: ${fault}`);
  const accepted: number[] = [];
  let refused = 0;
  let ended = 0;
  for (let time = 0; time < times; time += 1) {
    const striking = pause(random() * 600)
      .then(() => strike(500 + random() * 2_000))
      .then(() => {
        ended = Date.now();
      });
    for (let n = 0; n < each; n += 1) {
      const number = first + accepted.length;
      refused += await sent(system, number);
      accepted.push(number);
      await pause(random() * 100);
    }
    await striking;
  }
  await settled(system, 120_000);
  const recoveryMs = Date.now() - ended;
  const all = await rowIds(await system.composition.store());
  const wanted = new Set(expectedIds(first, accepted.length));
  const found = all.filter((id) => wanted.has(id));
  const distinct = new Set(found);
  return {
    ...{ fault, injected: times, accepted: accepted.length, refused },
    ...{ expected: wanted.size, found: distinct.size },
    lost: wanted.size - distinct.size,
    doubled: found.length - distinct.size,
    recoveryMs,
  };
}
