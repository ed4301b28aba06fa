import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { AnyJobHandler, JobContext } from '../../src/app/ports/job-queue.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { logged, selectHandlers, unlessBinned } from '../../workers/handlers.js';

const handler = (kind: string, run: AnyJobHandler['run'] = async () => {}): AnyJobHandler =>
  ({ definition: { kind }, run }) as unknown as AnyJobHandler;
const known = [{ kind: 'a.one' }, { kind: 'a.two' }];
const all = [handler('a.one'), handler('a.two')];
const kindsOf = (handlers: AnyJobHandler[]) => handlers.map(({ definition }) => definition.kind);

describe('selectHandlers', () => {
  it('takes all where none is named, else those named', () => {
    expect(kindsOf(selectHandlers(all, [], known))).toEqual(['a.one', 'a.two']);
    expect(kindsOf(selectHandlers(all, ['a.two'], known))).toEqual(['a.two']);
  });

  it('fails on a missing handler, a doubled one, and an unknown kind', () => {
    expect(() => selectHandlers([handler('a.one')], [], known)).toThrow('a.two 有 0 个处理程序');
    expect(() => selectHandlers([...all, handler('a.one')], [], known)).toThrow('a.one 有 2 个处理程序');
    expect(() => selectHandlers(all, ['a.three'], known)).toThrow(
      /JIANNUO_JOB_KINDS.*a\.three.*a\.one, a\.two/,
    );
  });
});

describe('logged', () => {
  const context = { jobId: 'a.one-1', attempt: 2 } as JobContext;
  const payload = { tenant: 't', documentId: 'doc-1' };
  const running = async (run: AnyJobHandler['run']) => {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const thrown = await logged(handler('a.one', run), log)
      .run(payload, context)
      .then(
        () => null,
        (error: unknown) => error,
      );
    return { line: lines.join(''), fields: JSON.parse(lines.join('')), thrown };
  };

  it('notes ids and duration of a run', async () => {
    const { fields, thrown } = await running(async () => {});
    expect(thrown).toBeNull();
    expect(fields).toMatchObject({
      msg: 'job done',
      kind: 'a.one',
      job: 'a.one-1',
      document: 'doc-1',
      attempt: 2,
    });
    expect(fields.ms).toBeTypeOf('number');
  });

  it('notes the code of a fault, never the name of the file', async () => {
    const fault = new JiannuoError('file-encrypted', { file: '张三的建议.pdf' });
    const { line, fields, thrown } = await running(async () => {
      throw fault;
    });
    expect(thrown).toBe(fault);
    expect(fields).toMatchObject({ msg: 'job failed', code: 'file-encrypted' });
    expect(line).not.toContain('张三');
  });

  it('notes where a defect of ours was thrown, without its words', async () => {
    const { line, fields } = await running(async () => {
      throw new TypeError('cannot read 某某同志的住址');
    });
    expect(fields).toMatchObject({ code: 'internal', error: 'TypeError' });
    expect(fields.frames.join('\n')).toContain('handlers.test.ts');
    expect(line).not.toContain('住址');
  });
});

describe('unlessBinned', () => {
  const missing = new JiannuoError('not-found', { what: 'document', id: 'doc-1' });
  const payload = { tenant: 't', documentId: 'doc-1' };
  /** Runs that find the document missing so many times; where it then lies, look by look. */
  const runs = async (missed: number, ...lies: ('bin' | 'ledger' | null)[]) => {
    let tries = 0;
    const job = handler('a.one', async () => {
      tries += 1;
      if (tries <= missed) throw missing;
    });
    const found = async (where: string) => (lies[tries - 1] === where ? {} : null);
    const store = { document: () => found('ledger'), binnedDocument: () => found('bin') } as never;
    await unlessBinned(store, job).run(payload, {} as JobContext);
    return tries;
  };

  it('ends quietly what lies in the bin, and begins again with what came out of it meanwhile', async () => {
    expect(await runs(0)).toBe(1);
    expect(await runs(9, 'bin')).toBe(1);
    expect(await runs(1, 'ledger')).toBe(2);
    expect(await runs(9, 'ledger', 'ledger', 'bin')).toBe(3);
  });

  it('fails on what is nowhere, on what is never found, and on other faults', async () => {
    await expect(runs(1, null)).rejects.toBe(missing);
    await expect(runs(9, 'ledger', 'ledger', 'ledger', 'ledger')).rejects.toBe(missing);
    const other = new JiannuoError('store-unavailable', { reason: 'x' });
    const broken = handler('a.one', () => Promise.reject(other));
    await expect(unlessBinned({} as never, broken).run(payload, {} as JobContext)).rejects.toBe(other);
  });
});
