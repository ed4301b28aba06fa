import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../src/adapters/readers/read-file.js';
import { unpackInProcess } from '../../src/adapters/readers/unpack-file.js';
import { encodeGb18030 } from '../adapters/readers/support/gb18030.js';
import { makeMail } from '../adapters/readers/support/make-mail.js';
import { extractSource } from './corpus.js';

const documents = new URL('../../fixtures/documents/', import.meta.url);
const fixture = (path: string): Uint8Array => readFileSync(new URL(path, documents));

/** What a document says, without where: offsets differ from format to format. */
async function said(name: string, bytes: Uint8Array) {
  const { items, meta } = extractSource(await readInProcess({ name, bytes }));
  const { title, docNumber, proposalNumber, addressees, date, kind } = meta;
  return {
    meta: { title, docNumber, proposalNumber, addressees, date, kind },
    items: items.map((item) => ({
      stance: item.stance,
      kind: item.kind,
      indicator: item.indicator,
      value: item.value,
      valueMax: item.valueMax,
      unit: item.unit,
      comparator: item.comparator,
      per: item.per,
      change: item.change,
      deadline: item.deadline?.date ?? null,
      responsible: item.responsible,
    })),
  };
}

it('a reply says the same as text and as OFD', async () => {
  const name = 'hetang-2025-npc-reply-8';
  const text = await said(name, fixture(`text/sources/${name}.txt`));
  expect(text.items.length).toBeGreaterThan(20);
  expect(await said(name, fixture(`ofd/sources/${name}.ofd`))).toEqual(text);
});

describe('a plan with a table', async () => {
  const name = 'luzhu-2025-housing-renewal-plan';
  const plain = fixture(`text/sources/${name}.txt`);
  const words = new TextDecoder().decode(plain);
  const text = await said(`${name}.txt`, plain);

  it('has items to compare', () => {
    expect(text.items.length).toBeGreaterThanOrEqual(35);
  });

  it.each([
    ['GB18030', encodeGb18030(words) ?? expect.fail('not in GB18030')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16, the high byte first, without a mark', Buffer.from(words, 'utf16le').swap16()],
  ])('says the same in %s', async (_encoding, bytes) => {
    expect(await said(`${name}.txt`, bytes)).toEqual(text);
  });

  it.each([
    ['markdown', 'md'],
    ['docx', 'docx'],
    ['doc', 'doc'],
    ['wps', 'wps'],
    ['pdf', 'pdf'],
    ['ofd', 'ofd'],
    ['html', 'html'],
  ])('says the same as %s', async (folder, ending) => {
    const file = `${name}.${ending}`;
    expect(await said(file, fixture(`${folder}/sources/${file}`))).toEqual(text);
  });

  it('says the same out of an archive in a mail', async () => {
    const docx = fixture(`docx/sources/${name}.docx`);
    const archive = Buffer.from(zipSync({ '行动方案.docx': docx }));
    const mail = makeMail([{ type: 'application/zip', name: '附件.zip', bytes: archive }]);
    const found: unknown[] = [];
    for await (const one of unpackInProcess({ name: 'a.eml', bytes: mail }) ?? []) {
      if ('error' in one) throw one.error;
      if (one.name.endsWith('.docx')) found.push(await said(one.name, one.bytes));
    }
    expect(found).toEqual([text]);
  });

  it.each(['xlsx', 'csv'])('has the same items in its table as %s', async (format) => {
    const file = `${name}.tasks.${format}`;
    const { items } = await said(file, fixture(`${format}/sources/${file}`));
    expect(items.length).toBe(8);
    expect(items).toEqual(text.items.slice(-8));
  });
});
