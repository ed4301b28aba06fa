import { once } from 'node:events';
import type { PassThrough } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { eventStream } from '../../src/api/routes/event-stream.js';
import { documentEvent, type LiveEvent } from '../../src/app/live/events.js';
import type { Listener } from '../../src/app/live/live-feed.js';

const since = { at: '2026-01-01T00:00:00.000Z', id: 'x' };

function changed(id: string, name = 'a.txt'): LiveEvent {
  const at = '2026-01-02T00:00:00.000Z';
  const document = {
    ...{
      tenant: 'default',
      id,
      place: null,
      sha256: '',
      name,
      size: 1,
      format: null,
      status: 'done' as const,
    },
    ...{ fault: null, warnings: [], characters: 1, engine: null, meta: null, counts: null },
    ...{ receivedAt: at, updatedAt: at },
  };
  return documentEvent({ document, evidence: null } as Parameters<typeof documentEvent>[0]);
}

const open = new Set<PassThrough>();
afterEach(() => {
  for (const out of open) out.destroy();
  open.clear();
});

/** A stream over a feed that tells what it is made to tell. */
function given(missed: () => AsyncIterable<LiveEvent>, beatMs = 60_000) {
  let listener: Listener = () => {};
  const stop = vi.fn();
  const faults: unknown[] = [];
  const listen = (told: Listener) => {
    listener = told;
    return stop;
  };
  const out = eventStream({
    ...{ feed: { listen, missed }, since, beatMs },
    allowed: async () => true,
    onFault: (thrown) => faults.push(thrown),
  });
  out.on('error', (thrown) => faults.push(thrown));
  open.add(out);
  return { out, stop, faults, tell: (event: LiveEvent) => listener(event) };
}

const words = 'x'.repeat(10_000);

it('lets go who takes nothing while it is told what it missed', async () => {
  let ended = false;
  const { out, stop, faults } = given(async function* () {
    try {
      for (let n = 0; ; n += 1) yield changed(`d${n}`, words);
    } finally {
      ended = true;
    }
  }, 20);
  await once(out, 'close');
  await vi.waitFor(() => expect(ended).toBe(true));
  expect(stop).toHaveBeenCalledOnce();
  expect(faults).toEqual([]);
});

it('lets go who does not take the end either', async () => {
  const { out } = given(async function* () {
    yield changed('d1', words.repeat(10));
  }, 20);
  await vi.waitFor(() => expect(out.writableNeedDrain).toBe(true));
  out.end();
  await once(out, 'close');
});

it('keeps who takes a little at every beat', async () => {
  const { out } = given(async function* () {
    for (let n = 0; ; n += 1) yield changed(`d${n}`, words);
  }, 200);
  let bytes = 0;
  for (let n = 0; n < 60; n += 1) {
    bytes += (out.read() as Buffer | null)?.length ?? 0;
    await new Promise((resume) => setTimeout(resume, 25));
  }
  expect(bytes).toBeGreaterThan(500_000);
  expect(out.destroyed).toBe(false);
});

it('holds no more than so much back', async () => {
  const never = { next: () => new Promise<never>(() => {}) };
  const { out, tell } = given(() => ({ [Symbol.asyncIterator]: () => never }));
  for (let n = 0; n < 10_000; n += 1) tell(changed(`d${n}`));
  // The same again takes no more room.
  tell(changed('d1'));
  expect(out.destroyed).toBe(false);
  tell(changed('one more'));
  expect(out.destroyed).toBe(true);
});

it('tells what was held back after what was missed, all of it, as fast as it is taken', async () => {
  let goOn: () => void = () => {};
  const waits = new Promise<void>((resume) => {
    goOn = resume;
  });
  const { out, tell } = given(async function* () {
    yield changed('missed');
    await waits;
  });
  const many = 300;
  for (let n = 0; n < many; n += 1) tell(changed(`held${n}`, words));
  goOn();
  let text = '';
  for await (const chunk of out.setEncoding('utf8')) {
    text += chunk;
    if (text.includes(`_held${many - 1}\n`)) break;
  }
  const ids = [...text.matchAll(/^id: \S+?_(\S+)$/gm)].map(([, id]) => id);
  expect(ids).toEqual(['missed', ...Array.from({ length: many }, (_, n) => `held${n}`)]);
});

it('writes nothing after the end', async () => {
  let goOn: () => void = () => {};
  const waits = new Promise<void>((resume) => {
    goOn = resume;
  });
  const { out, faults } = given(async function* () {
    yield changed('d1');
    await waits;
    yield changed('d2');
  });
  out.resume();
  await once(out, 'data');
  out.end();
  goOn();
  await once(out, 'close');
  expect(faults).toEqual([]);
});
