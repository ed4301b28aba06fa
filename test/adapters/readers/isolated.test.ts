import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createIsolatedReader } from '../../../src/adapters/readers/isolated/isolated-reader.js';
import type { JiannuoError } from '../../../src/domain/errors.js';
import { deflateBomb, flateBomb } from './support/bombs.js';
import { makeDocx, p } from './support/make-docx.js';
import { linesOf, makePdf } from './support/make-pdf.js';
import { makeZip } from './support/make-zip.js';

const mebibyte = 1024 * 1024;
const limits = { maxFileBytes: 20 * mebibyte, seconds: 30, memoryBytes: 512 * mebibyte, processes: 2 };
const text = (characters: string) => ({ name: 'a.txt', bytes: Buffer.from(characters) });

const opened: { close(): Promise<void> }[] = [];
function reader(options: Partial<typeof limits> = {}) {
  const made = createIsolatedReader({ ...limits, ...options });
  opened.push(made);
  return made;
}
afterAll(() => Promise.all(opened.map((one) => one.close())));

const faultOf = (reading: Promise<unknown>): Promise<JiannuoError> =>
  reading.then(
    () => expect.fail('was read'),
    (fault: JiannuoError) => fault,
  );

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
}

/** A page whose content takes pdf.js many seconds: operators without end that paint nothing. */
const spinning = () =>
  makePdf([linesOf('答复')], {
    flate: () => flateBomb(Buffer.from('1 0 0 1 0 0 cm q Q '.repeat(50_000)), 250),
  });
/** A page whose content unpacks to 3 GiB. */
const swelling = () =>
  makePdf([linesOf('答复')], { flate: () => flateBomb(Buffer.alloc(4 * mebibyte, 0x20), 768) });

/** Reader processes of this test, by Linux's list of processes. */
function children(of: number | undefined = process.pid): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return Number(parent) === of && command.includes('readers/isolated/child.js');
    } catch {
      return false;
    }
  });
}

describe('the isolated reader', () => {
  it('reads many files at once with few processes, and uses them again', async () => {
    const pool = reader();
    const names = Array.from({ length: 12 }, (_v, i) => `第${i}号建议的答复`);
    const sources = await Promise.all(names.map((name) => pool.read(text(name))));
    expect(sources.map((source) => source.text)).toEqual(names);
    const after = children();
    await pool.read(text('再读'));
    if (process.platform === 'linux') expect(children()).toEqual(after);
    await pool.close();
  });

  it('hands over the fault of a file with its name, and goes on', async () => {
    const pool = reader({ processes: 1 });
    const fault = await faultOf(pool.read({ name: '扫描件.pdf', bytes: makePdf([[]]) }));
    expect(fault).toMatchObject({ code: 'file-no-text', class: 'input', parameters: { file: '扫描件.pdf' } });
    expect(fault.message).toContain('扫描件.pdf');
    expect((await pool.read({ name: 'b.pdf', bytes: makePdf([linesOf('答复')]) })).text).toBe('答复');
  });

  it('refuses by size before anything is read', async () => {
    const pool = reader({ maxFileBytes: 10 });
    expect(await faultOf(pool.read(text('超过十个字节')))).toMatchObject({ code: 'file-too-large' });
    expect(await faultOf(pool.read(text('')))).toMatchObject({ code: 'file-empty' });
  });

  it('ends a file that takes too long within a second of the limit, others go on', async () => {
    const pool = reader({ seconds: 1, memoryBytes: 2048 * mebibyte });
    // It would spin for ever; how soon after the limit it ends is measured in bench/, where no other test runs beside it.
    const started = Date.now();
    const slow = faultOf(pool.read({ name: 'slow.pdf', bytes: spinning() }));
    expect((await pool.read(text('不受影响'))).text).toBe('不受影响');
    expect(await slow).toMatchObject({ code: 'file-time-limit', parameters: { seconds: 1 } });
    expect(Date.now() - started).toBeLessThan(15_000);
    expect((await pool.read(text('之后'))).text).toBe('之后');
  });

  it('ends a file that takes too much memory', async () => {
    const pool = reader({ processes: 1, memoryBytes: 320 * mebibyte });
    const fault = await faultOf(pool.read({ name: 'bomb.pdf', bytes: swelling() }));
    expect(fault).toMatchObject({ code: 'file-memory-limit', parameters: { limit: '320 MiB' } });
    expect((await pool.read(text('之后'))).text).toBe('之后');
  });

  it('stops unpacking a DOCX that declares little and holds much', async () => {
    const opening = Buffer.from(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    );
    const bomb = lyingZip('word/document.xml', deflateBomb(Buffer.alloc(4 * mebibyte, 0x20), 60, opening));
    const fault = await faultOf(reader({ processes: 1 }).read({ name: 'bomb.docx', bytes: bomb }));
    expect(fault.code).toBe('file-unpacked-too-large');
  });

  it('gives out the documents of a container while it reads them, with one reader', async () => {
    const pool = reader({ processes: 1 });
    const read: string[] = [];
    const bytes = zipSync({ '一.txt': strToU8('一'), '二/三.txt': strToU8('三'), '空.txt': strToU8('') });
    for await (const found of pool.unpack({ name: 'a.zip', bytes })) {
      if ('error' in found) expect.fail(found.error.message);
      const text = await pool.read(found).then(
        (source) => source.text,
        (fault) => fault.code,
      );
      read.push(`${found.name}: ${text}`);
    }
    expect(read).toEqual(['a.zip/一.txt: 一', 'a.zip/二/三.txt: 三', 'a.zip/空.txt: file-empty']);
  });

  it('gives a document as it came, a text without any process', async () => {
    const pool = reader({ processes: 1 });
    const before = children().length;
    expect(await all(pool.unpack(text('答复')))).toEqual([text('答复')]);
    if (process.platform === 'linux') expect(children().length).toBe(before);
    const docx = { name: 'a.docx', bytes: makeDocx({ body: p('答复') }) };
    expect(await all(pool.unpack(docx))).toEqual([docx]);
    expect(await faultOf(all(pool.unpack(text(''))))).toMatchObject({ code: 'file-empty' });
  });

  it('hands over what was wrong with a container, or with a file in it', async () => {
    const pool = reader({ processes: 1 });
    const bad = makeZip([{ name: 'a.txt', bytes: '一', crc: 1 }]);
    const [inner] = await all(pool.unpack({ name: 'a.zip', bytes: bad }));
    expect(inner).toMatchObject({ name: 'a.zip/a.txt', error: { code: 'file-damaged', class: 'input' } });
    const empty = await faultOf(all(pool.unpack({ name: 'a.zip', bytes: makeZip([]) })));
    expect(empty).toMatchObject({ code: 'container-empty', parameters: { file: 'a.zip' } });
  });

  it('opens one container at a time, and none after it was closed', async () => {
    const pool = reader({ processes: 1 });
    const bytes = zipSync({ '一.txt': strToU8('一'), '二.txt': strToU8('二') });
    const open = (name: string) => pool.unpack({ name, bytes })[Symbol.asyncIterator]();
    const [first, second] = [open('a.zip'), open('b.zip')];
    expect((await first.next()).value).toMatchObject({ name: 'a.zip/一.txt' });
    const waiting = second.next();
    expect((await first.next()).value).toMatchObject({ name: 'a.zip/二.txt' });
    expect((await first.next()).done).toBe(true);
    expect((await waiting).value).toMatchObject({ name: 'b.zip/一.txt' });
    await pool.close();
    expect((await faultOf(second.next())).code).toBe('internal');
    expect((await faultOf(open('c.zip').next())).code).toBe('internal');
  });

  it('ends a mail of millions of parts by its memory, and unpacks the next', async () => {
    const pool = reader({ processes: 1, memoryBytes: 200 * mebibyte });
    const header = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
    const bytes = Buffer.concat([Buffer.from(header), Buffer.alloc(5 * mebibyte, '--b\r\n\r\n')]);
    expect(await faultOf(all(pool.unpack({ name: 'a.eml', bytes })))).toMatchObject({
      code: 'file-memory-limit',
      parameters: { file: 'a.eml' },
    });
    const next = await all(pool.unpack({ name: 'a.zip', bytes: zipSync({ 'a.txt': strToU8('一') }) }));
    expect(next).toMatchObject([{ name: 'a.zip/a.txt' }]);
  });

  it.runIf(process.platform === 'linux')('tells when its process is killed under it', async () => {
    const pool = reader({ processes: 1, memoryBytes: 2048 * mebibyte });
    const before = new Set(children());
    const reading = faultOf(pool.read({ name: 'slow.pdf', bytes: spinning() }));
    await expect.poll(() => children().filter((pid) => !before.has(pid)).length).toBe(1);
    for (const pid of children()) if (!before.has(pid)) process.kill(pid, 'SIGKILL');
    expect(await reading).toMatchObject({ code: 'reader-crashed', class: 'input' });
    expect((await pool.read(text('之后'))).text).toBe('之后');
  });

  it.runIf(process.platform === 'linux')('leaves no process behind, and reads no more', async () => {
    const pool = reader();
    const before = children().length;
    await pool.read({ name: 'a.docx', bytes: makeDocx({ body: p('答复') }) });
    expect(children().length).toBe(before + 1);
    await pool.close();
    expect(children().length).toBe(before);
    expect((await faultOf(pool.read(text('答复')))).code).toBe('internal');
  });
});

describe.runIf(process.platform === 'linux')('when the parent is killed', () => {
  it('a process that is caught in a file ends too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readers-'));
    const file = join(folder, 'slow.pdf');
    writeFileSync(file, spinning());
    const module = new URL('../../../dist/src/adapters/readers/isolated/isolated-reader.js', import.meta.url);
    const program = `
      import { readFileSync } from 'node:fs';
      import { createIsolatedReader } from '${module.href}';
      const pool = createIsolatedReader(${JSON.stringify({ ...limits, memoryBytes: 2048 * mebibyte })});
      pool.read({ name: 'slow.pdf', bytes: readFileSync('${file}') }).catch(() => {});
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
    const grandchildren = () => children(parent.pid);
    await expect.poll(() => grandchildren().length, { timeout: 10_000 }).toBe(1);
    const [pid = 0] = grandchildren();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    parent.kill('SIGKILL');
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 10_000 }).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

/** A zip of one entry whose declared size is a lie: 100 bytes. */
function lyingZip(name: string, packed: Uint8Array): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const at = 30 + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
