import { deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackInProcess } from '../../../src/adapters/readers/unpack-file.js';
import type { Unpacked } from '../../../src/app/ports/document-reader.js';
import type { JiannuoError } from '../../../src/domain/errors.js';
import { encodeGb18030 as encode } from './support/gb18030.js';
import { makeMail } from './support/make-mail.js';
import { makeZip, unicodePath, wideFields, withZip64 } from './support/make-zip.js';

const gb = (text: string): Uint8Array => encode(text) ?? expect.fail('not in GB18030');
const mebibyte = 1024 * 1024;
const reply = '到2025年底，建成口袋公园5个。';

async function documents(name: string, bytes: Uint8Array): Promise<Unpacked[]> {
  const found: Unpacked[] = [];
  for await (const one of unpackInProcess({ name, bytes }) ?? expect.fail('no container')) found.push(one);
  return found;
}

/** Name and text of each document, or the code of its fault. */
const ends = async (name: string, bytes: Uint8Array): Promise<[string, string][]> =>
  (await documents(name, bytes)).map((one) => [
    one.name,
    'error' in one ? one.error.code : Buffer.from(one.bytes).toString(),
  ]);

const refusal = (name: string, bytes: Uint8Array): Promise<JiannuoError> =>
  documents(name, bytes).then(
    (found) => expect.fail(`gave ${found.length} documents`),
    (fault: JiannuoError) => fault,
  );

describe('an archive', () => {
  it('gives its files with their folders, without what systems leave behind', async () => {
    const zip = zipSync({
      '答复/第8号.txt': strToU8(reply),
      '答复/附件/': new Uint8Array(),
      '__MACOSX/答复/._第8号.txt': strToU8('x'),
      '答复/.DS_Store': strToU8('x'),
      '答复/Thumbs.db': strToU8('x'),
      '答复/~$第8号.docx': strToU8('x'),
      '方案.txt': [strToU8('方案'), { level: 0 }],
    });
    expect(await ends('a.zip', zip)).toEqual([
      ['a.zip/答复/第8号.txt', reply],
      ['a.zip/方案.txt', '方案'],
    ]);
  });

  it.each([
    ['GBK that says nothing', gb('答复\\第8号.txt'), undefined, '答复/第8号.txt'],
    ['a short GBK name that is UTF-8 too', gb('目.txt'), undefined, '目.txt'],
    ['UTF-8 that says nothing', Buffer.from('答复/第8号.txt'), undefined, '答复/第8号.txt'],
    ['a rare character', gb('㐀𠮷.txt'), undefined, '㐀𠮷.txt'],
    ['UTF-8 beside the code page', gb('?.txt'), '答复.txt', '答复.txt'],
  ])('reads a name in %s', async (_what, name, path, shown) => {
    const extra = path === undefined ? undefined : unicodePath(name, path);
    const zip = makeZip([{ name, bytes: reply, ...(extra ? { extra } : {}) }]);
    expect(await ends('a.zip', zip)).toEqual([[`a.zip/${shown}`, reply]]);
  });

  it('reports a bad file and takes the others', async () => {
    const zip = makeZip([
      { name: '好.txt', bytes: reply },
      { name: '校验.txt', bytes: reply, crc: 1 },
      { name: '更长.txt', bytes: reply.repeat(9), claimedSize: 10 },
      { name: '更短.txt', bytes: reply, claimedSize: 1_000 },
      { name: '方式.txt', bytes: reply, method: 14 },
      { name: '坏流.txt', bytes: 'not deflate', stored: true, method: 8 },
      { name: '也好.txt', bytes: reply },
    ]);
    expect((await ends('a.zip', zip)).map(([name, end]) => [name.slice(6), end])).toEqual([
      ['好.txt', reply],
      ['校验.txt', 'file-damaged'],
      ['更长.txt', 'file-damaged'],
      ['更短.txt', 'file-damaged'],
      ['方式.txt', 'file-damaged'],
      ['坏流.txt', 'file-damaged'],
      ['也好.txt', reply],
    ]);
  });

  it.each([
    '../../etc/passwd',
    '答复\\..\\..\\a.txt',
    '/etc/passwd',
    '\\\\server\\a.txt',
    'C:\\Windows\\a.txt',
    'c:a.txt',
    'a\u0000.txt',
    'a\u001b[31m.txt',
    '答复\u202etxt.exe',
  ])('leaves out a file at %j', async (name) => {
    const zip = makeZip([
      { name, bytes: 'x' },
      { name: '好.txt', bytes: reply },
    ]);
    const [bad, good] = await ends('a.zip', zip);
    expect(bad?.[1]).toBe('container-path-unsafe');
    expect(bad?.[0]).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(good).toEqual(['a.zip/好.txt', reply]);
  });

  it('leaves out links, and files whose path has no end', async () => {
    const zip = makeZip([
      { name: '链接', bytes: '/etc/passwd', mode: 0o120777 },
      { name: '长'.repeat(2_000), bytes: 'x' },
    ]);
    expect(await ends('a.zip', zip)).toEqual([
      ['a.zip/链接', 'container-path-unsafe'],
      [`a.zip/${'长'.repeat(1_000)}`, 'container-path-unsafe'],
    ]);
  });

  it('is refused as a whole when files share their bytes, one name is given twice, or it is one of several volumes', async () => {
    const one = { name: 'a.txt', bytes: 'x'.repeat(1_000) };
    const overlapping = makeZip([one, { ...one, name: 'b.txt', headerOf: 0 }]);
    expect((await refusal('a.zip', overlapping)).code).toBe('file-damaged');
    for (const bytes of [makeZip([one, one]), makeZip([one], { disk: 1 })])
      expect(unpackInProcess({ name: 'a.zip', bytes })).toBeNull();
  });

  it('is read by the fields of ZIP64, and damaged where they lie', async () => {
    const zip = withZip64(makeZip([{ name: '答复.txt', bytes: reply }]));
    expect(await ends('a.zip', zip)).toEqual([['a.zip/答复.txt', reply]]);
    const length = Buffer.byteLength(reply);
    const wide = (unpacked: number) => {
      const extra = wideFields(unpacked, length, 0);
      const made = makeZip([{ name: '答复.txt', bytes: reply, stored: true, extra }]);
      const entry = made.lastIndexOf('PK\x01\x02', undefined, 'latin1');
      made.fill(0xff, entry + 20, entry + 28);
      return withZip64(made.fill(0xff, entry + 42, entry + 46));
    };
    expect(await ends('a.zip', wide(length))).toEqual([['a.zip/答复.txt', reply]]);
    expect((await ends('a.zip', wide(length + 1)))[0]?.[1]).toBe('file-damaged');
    expect((await refusal('a.zip', wide(2 ** 40))).code).toBe('file-unpacked-too-large');
    const lost = Buffer.from(zip);
    lost.writeBigUInt64LE(2n ** 60n, lost.lastIndexOf('PK\x06\x07', undefined, 'latin1') + 8);
    expect(unpackInProcess({ name: 'a.zip', bytes: lost })).toBeNull();
  });

  it('is refused when there is nothing in it', async () => {
    const empty = await refusal('空.zip', makeZip([]));
    expect(empty).toMatchObject({ code: 'container-empty', parameters: { file: '空.zip' } });
    expect((await refusal('a.zip', zipSync({ '__MACOSX/._a': strToU8('x') }))).code).toBe('container-empty');
  });
});

describe('limits hold before a document is given out', () => {
  const zeros = new Uint8Array(30 * mebibyte);

  it('by what an archive claims', async () => {
    const claims = [1, 2, 3].map((n) => ({ name: `${n}.txt`, bytes: reply, claimedSize: 70 * mebibyte }));
    const fault = await refusal('a.zip', makeZip([{ name: '0.txt', bytes: reply }, ...claims]));
    expect(fault).toMatchObject({ code: 'file-unpacked-too-large', parameters: { file: 'a.zip' } });
  });

  it('by the ratio, also of an archive in an archive', async () => {
    const bomb = zipSync({ 'a.txt': zeros });
    expect((await refusal('a.zip', bomb)).message).toContain('压缩比');
    const nested = await refusal('a.zip', zipSync({ '好.txt': strToU8(reply), '里.zip': bomb }));
    expect(nested).toMatchObject({
      code: 'file-unpacked-too-large',
      parameters: { file: 'a.zip/里.zip' },
    });
  });

  it('by the number of files, counted over all archives', async () => {
    const many = (n: number) =>
      zipSync(Object.fromEntries(Array.from({ length: n }, (_v, i) => [`${i}.txt`, strToU8('x')])));
    expect(await ends('a.zip', many(2_000))).toHaveLength(2_000);
    const both = await refusal('a.zip', zipSync({ '1.zip': many(1_500), '2.zip': many(1_500) }));
    expect(both).toMatchObject({ code: 'file-unpacked-too-large', parameters: { file: 'a.zip/2.zip' } });
  });

  it('by depth: three are opened, a fourth refuses all', async () => {
    let bytes = zipSync({ '答复.txt': strToU8(reply) });
    for (const name of ['二.zip', '一.zip']) bytes = zipSync({ [name]: bytes });
    expect(await ends('a.zip', bytes)).toEqual([['a.zip/一.zip/二.zip/答复.txt', reply]]);
    const deeper = zipSync({ '好.txt': strToU8(reply), '零.zip': bytes });
    expect(await refusal('a.zip', deeper)).toMatchObject({
      code: 'container-too-deep',
      parameters: { file: 'a.zip/零.zip/一.zip/二.zip', limit: 3 },
    });
  });

  it('by the length of a packed file while it is unpacked', async () => {
    expect((await refusal('a.gz', gzipSync(zeros))).code).toBe('file-unpacked-too-large');
  });
});

describe('a packed file', () => {
  it('gives what is in it under the name without the ending', async () => {
    expect(await ends('x/答复.txt.gz', gzipSync(reply))).toEqual([['x/答复.txt.gz/答复.txt', reply]]);
    expect(await ends('答复', gzipSync(reply))).toEqual([['答复/内容', reply]]);
    const two = Buffer.concat([gzipSync('上'), gzipSync('下')]);
    expect(await ends('a.gz', two)).toEqual([['a.gz/a', '上下']]);
  });

  it('is damaged when it is cut or changed', async () => {
    const packed = gzipSync(reply.repeat(100));
    expect((await refusal('a.gz', packed.subarray(0, -9))).code).toBe('file-damaged');
    packed[packed.length - 5] = (packed.at(-5) ?? 0) ^ 1;
    expect((await refusal('a.gz', packed)).code).toBe('file-damaged');
  });
});

describe('a mail', () => {
  it('gives its text and each attachment', async () => {
    const mail = makeMail([
      { type: 'text/plain; charset=gbk', bytes: gb('请查收附件。') },
      { type: 'application/octet-stream', name: '附件.txt', bytes: Buffer.from(reply) },
      { type: 'application/octet-stream', name: '附件.txt', bytes: Buffer.from('二') },
      { type: 'application/zip', name: '一.zip', bytes: zipSync({ '答复.txt': strToU8(reply) }) },
      { type: 'application/octet-stream', name: '../../a.txt', bytes: Buffer.from('三') },
      { type: 'application/octet-stream', bytes: Buffer.from('四') },
    ]);
    expect(await ends('a.eml', mail)).toEqual([
      ['a.eml/正文.txt', '\ufeff请查收附件。'],
      ['a.eml/附件.txt', reply],
      ['a.eml/附件(2).txt', '二'],
      ['a.eml/一.zip/答复.txt', reply],
      ['a.eml/.._.._a.txt', '三'],
      ['a.eml/附件5', '四'],
    ]);
  });

  it('gives the formatted text where there is no plain one, without the pictures in it', async () => {
    const mail = makeMail(
      [
        { type: 'text/html; charset=utf-8', bytes: Buffer.from('<p>答复</p>') },
        { type: 'image/png', id: 'logo', name: '标志.png', bytes: Buffer.from('png') },
      ],
      'related',
    );
    expect(await ends('a.eml', mail)).toEqual([['a.eml/正文.html', '\ufeff<p>答复</p>']]);
  });

  it('gives a mail in the mail as one of its own', async () => {
    const inner = makeMail([{ type: 'text/plain; charset=utf-8', bytes: Buffer.from(reply) }]);
    const mail = makeMail([{ type: 'message/rfc822', bytes: inner, plain: true }]);
    expect(await ends('a.eml', mail)).toEqual([['a.eml/附件1.eml/正文.txt', `\ufeff${reply}`]]);
  });

  it('refuses what is sealed, garbled or empty', async () => {
    const header = (type: string) => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\nx`);
    for (const type of [
      'multipart/encrypted; boundary=a',
      'application/pkcs7-mime; smime-type=enveloped-data',
    ])
      expect((await refusal('a.eml', header(type))).code).toBe('file-encrypted');
    const wrong = makeMail([{ type: 'text/plain; charset=utf-8', bytes: gb('请查收附件') }]);
    expect(await ends('a.eml', wrong)).toEqual([['a.eml/正文.txt', 'file-garbled']]);
    const none = Buffer.from('MIME-Version: 1.0\r\nFrom: a@example.cn\r\n\r\n');
    expect((await refusal('a.eml', none)).code).toBe('container-empty');
  });
});

it('leaves documents alone, and what cannot be told', () => {
  const docx = zipSync({ 'word/document.xml': strToU8('<x/>') });
  const cut = makeZip([{ name: 'a.txt', bytes: 'x' }]).subarray(0, -5);
  const text = Buffer.from('Subject: 主题\nFrom: 某局\n\n正文');
  for (const bytes of [docx, cut, text, Buffer.from('%PDF-1.7'), deflateRawSync('x')])
    expect(unpackInProcess({ name: 'a', bytes })).toBeNull();
});
