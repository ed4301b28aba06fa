import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtureText } from '../../../bench/shared.js';
import { createIsolatedExtractor } from '../../../src/adapters/extractor/isolated-extractor.js';
import { searchedText, searchTerms } from '../../../src/app/query/search-terms.js';
import type { JiannuoError } from '../../../src/domain/errors.js';
import { extract } from '../../../src/extract/extractor.js';
import { searchTokens } from '../../../src/text/segment/search-tokens.js';
import { loadSegmenter } from '../../../src/text/segment/segmenter.js';
import { plainSource } from '../../support/plain-source.js';

const mebibyte = 1024 * 1024;
const limits = { seconds: 60, memoryBytes: 1024 * mebibyte, processes: 1 };
const sha256 = 'a'.repeat(64);
const given = (text: string) => ({ name: '汇编.txt', sha256, source: plainSource(text) });
const short = '到2026年底，建成10个社区服务中心。';
const severalParts = fixtureText(130_000);
/** Some 10 s of work. */
const long = fixtureText(3_000_000);

const opened: { close(): Promise<void> }[] = [];
function extractor(options: Partial<typeof limits> = {}) {
  const made = createIsolatedExtractor({ ...limits, ...options });
  opened.push(made);
  return made;
}
afterAll(() => Promise.all(opened.map((one) => one.close())));

const faultOf = (work: Promise<unknown>): Promise<JiannuoError> =>
  work.then(
    () => expect.fail('came to an end'),
    (fault: JiannuoError) => fault,
  );

/** Extractor processes of this test, by Linux's list of processes. */
const children = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/status`))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return Number(parent) === process.pid && command.includes('adapters/extractor/child.js');
      } catch {
        return false;
      }
    });

describe('the isolated extractor', () => {
  it('gives what extraction in this process gives, in many parts too', async () => {
    const pool = extractor();
    const { segmenter, fallbackReason } = loadSegmenter();
    for (const text of ['没有承诺。', short, severalParts]) {
      const { terms, ...extraction } = await pool.extract(given(text));
      expect(extraction).toEqual(extract(plainSource(text), sha256, segmenter));
      expect(terms).toEqual(
        extraction.items.map((item) => searchTerms(searchTokens(segmenter, searchedText(item)))),
      );
    }
    const { engine, items } = await pool.extract(given(severalParts));
    expect(items.length).toBeGreaterThan(1_000);
    const { segmentation, rules } = engine;
    expect(await pool.engine()).toEqual({ segmentation, rules, fallbackReason });
    expect(await pool.words('县域就诊率')).toEqual(searchTokens(segmenter, '县域就诊率'));
    await pool.close();
  });

  it('ends a text that takes too long, really, and goes on', async () => {
    const pool = extractor({ seconds: 2 });
    await pool.engine();
    const before = process.platform === 'linux' ? children() : [];
    const fault = await faultOf(pool.extract(given(long)));
    expect(fault).toMatchObject({
      code: 'extract-time-limit',
      class: 'input',
      parameters: { file: '汇编.txt', seconds: 2 },
    });
    expect(fault.message).toContain('JIANNUO_EXTRACT_SECONDS');
    for (const pid of before) await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
    expect((await pool.extract(given(short))).items).toHaveLength(1);
  });

  it('ends a text that takes too much memory', async () => {
    const pool = extractor({ memoryBytes: 420 * mebibyte });
    const fault = await faultOf(pool.extract(given(long)));
    expect(fault).toMatchObject({ code: 'extract-memory-limit', parameters: { limit: '420 MiB' } });
  });

  it('ends when the job is given up, and when it still waits for its turn', async () => {
    const pool = extractor();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = faultOf(pool.extract(given(long), running.signal));
    const second = faultOf(pool.extract(given(long), waiting.signal));
    waiting.abort(new Error('no more'));
    expect(String(await second)).toContain('no more');
    running.abort(new Error('nor this'));
    expect(await first).toMatchObject({ code: 'internal' });
    expect((await pool.extract(given(short))).items).toHaveLength(1);
  });

  it('answers a search while a long text is being extracted', async () => {
    const pool = extractor();
    const others = new Set(process.platform === 'linux' ? children() : []);
    let over = false;
    const extraction = pool.extract(given(fixtureText(1_500_000))).then(() => {
      over = true;
    });
    expect(await pool.words('养老服务')).toContain('养老');
    expect(over).toBe(false);
    await extraction;
    if (process.platform === 'linux')
      await expect.poll(() => children().filter((pid) => !others.has(pid)).length).toBeLessThanOrEqual(1);
  });

  it.runIf(process.platform === 'linux')('tells when its process is killed under it: a defect', async () => {
    const pool = extractor();
    const others = new Set(children());
    await pool.engine();
    const extraction = faultOf(pool.extract(given(long)));
    for (const pid of children()) if (!others.has(pid)) process.kill(pid, 'SIGKILL');
    expect(await extraction).toMatchObject({ code: 'extract-crashed', class: 'defect' });
  });
});
