import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../../src/adapters/readers/sniff.js';
import { makeDocx, p } from './support/make-docx.js';
import { linesOf, makePdf } from './support/make-pdf.js';

const text = (characters: string) => new TextEncoder().encode(characters);
const codeOf = (bytes: Uint8Array) => {
  try {
    return sniff(bytes).label;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

/** An OLE file with one stream of this name and, for Word, this flag word. */
function ole(stream: string, flags = 0): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.write(stream, 512, 'utf16le');
  bytes.writeUInt16LE((stream.length + 1) * 2, 512 + 64);
  bytes.writeUInt32LE(1, 512 + 116);
  bytes.writeUInt16LE(0xa5ec, 1024);
  bytes.writeUInt16LE(flags, 1024 + 10);
  return bytes;
}

describe('sniff tells the type from content', () => {
  const pdf = makePdf([linesOf('答复')]);

  it.each([
    ['a PDF', pdf, 'pdf'],
    ['a PDF behind junk', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), pdf]), 'pdf'],
    ['a text that speaks of PDF', text('文件头是 %PDF-1.7，其余从略。'), 'text'],
    ['a DOCX', makeDocx({ body: p('答复') }), 'docx'],
    ['plain text', text('关于第13号建议的答复'), 'text'],
    ['GB18030 text', Uint8Array.of(0xb4, 0xf0, 0xb8, 0xb4), 'text'],
    ['a text that begins with MZ', text('MZ区建设方案'), 'text'],
  ])('%s', (_what, bytes, type) => {
    expect(sniff(bytes).type).toBe(type);
  });

  it.each([
    ['<!DOCTYPE html><p>答复', '网页（HTML）'],
    ['\n<html lang="zh">', '网页（HTML）'],
    ['{\\rtf1\\ansi', 'RTF 文档'],
    ['<?xml version="1.0"?><w:wordDocument>', 'Word 2003 XML 文档'],
    ['<?xml version="1.0"?><a/>', 'XML 文件'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related', '网页归档或邮件（MHT/EML）'],
  ])('names %j', (opening, label) => {
    expect(sniff(text(opening))).toEqual({ type: null, label });
  });

  it.each([
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), '图片（PNG）'],
    [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), '图片（JPEG）'],
    [Uint8Array.of(0x1f, 0x8b, 8), '压缩包（GZIP）'],
    [zipSync({ 'xl/workbook.xml': strToU8('x') }), 'Excel 表格（XLSX）'],
    [zipSync({ 'OFD.xml': strToU8('x') }), '版式文档（OFD）'],
    [zipSync({ 'a.txt': strToU8('x') }), '压缩包（ZIP）'],
    [ole('WordDocument'), '旧版 Word 文档（DOC）'],
    [ole('Workbook'), '旧版 Excel 表格（XLS）'],
  ])('names binary content %#', (bytes, label) => {
    expect(sniff(bytes)).toEqual({ type: null, label });
  });

  it('sees a password before reading', () => {
    expect(codeOf(ole('EncryptedPackage'))).toBe('file-encrypted');
    expect(codeOf(ole('WordDocument', 0x0100))).toBe('file-encrypted');
    const zip = Buffer.from(zipSync({ 'a.txt': strToU8('x') }));
    zip[zip.indexOf('PK\x01\x02', 0, 'latin1') + 8] = 1;
    expect(codeOf(zip)).toBe('file-encrypted');
  });

  it('calls a cut zip damaged', () => {
    const docx = makeDocx({ body: p('答复') });
    expect(codeOf(docx.subarray(0, docx.length - 30))).toBe('file-damaged');
  });
});
