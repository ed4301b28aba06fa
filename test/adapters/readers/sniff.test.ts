import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { oleFile } from '../../../fixtures/build/raw-ole.mjs';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { type Sniffed, sniff } from '../../../src/adapters/readers/sniff.js';
import { makeDocx, p } from './support/make-docx.js';
import { linesOf, makePdf } from './support/make-pdf.js';

const text = (characters: string) => new TextEncoder().encode(characters);
const codeOf = (bytes: Uint8Array) => {
  try {
    return sniff(bytes).label.zh;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

/** With its names as a Chinese user reads them. */
const inChinese = ({ label, ...sniffed }: Sniffed) => ({ ...sniffed, label: label.zh });

/** An OLE file with one stream of this name and, for Word, this flag word. */
function ole(stream: string, flags = 0, magic = 0xa5ec): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt16LE(magic, 0);
  bytes.writeUInt16LE(flags, 10);
  return oleFile({ [stream]: bytes });
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
    ['<!DOCTYPE html><p>答复', 'html', '网页（HTML）'],
    ['\n<html lang="zh">', 'html', '网页（HTML）'],
    ['<!-- saved from url -->\r\n<!-- 存 -->\n<head>', 'html', '网页（HTML）'],
    ['<table border=1><tr><td>序号', 'html', '网页（HTML）'],
    ['<?xml version="1.0"?><html>', 'html', '网页（XHTML）'],
    ['{\\rtf1\\ansi', null, 'RTF 文档', 'DOCX'],
    ['<?xml version="1.0"?><w:wordDocument>', null, 'Word 2003 XML 文档', 'DOCX'],
    ['<?xml version="1.0"?><Workbook xmlns="urn:x">', null, 'Excel 2003 XML 表格', 'XLSX'],
    ['<?xml version="1.0"?><a/>', null, 'XML 文件'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related', 'mail', '邮件或网页归档（EML/MHT）'],
    ['Received: from a\n by b\nFrom: c\n\nd', 'mail', '邮件或网页归档（EML/MHT）'],
    ['Subject: a\nFrom: b\nDate: c\n\nd', 'text', '纯文本'],
    ['Content-Type: a\nFrom: b\nno field\n\nd', 'text', '纯文本'],
  ])('names %j', (opening, type, label, saveAs?: string) => {
    expect(inChinese(sniff(text(opening)))).toEqual({ type, label, ...(saveAs ? { saveAs } : {}) });
  });

  it.each([
    ['utf-16 with a mark', Buffer.from('\ufeff<html><p>答复', 'utf16le')],
    ['utf-16 without', Buffer.from('<html><p>答复', 'utf16le').swap16()],
    ['utf-8 with a mark', Buffer.from('\ufeff<html><p>答复')],
  ])('sees a web page in %s', (_encoding, bytes) => {
    expect(sniff(bytes).type).toBe('html');
  });

  it.each([
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'image', '图片（PNG）'],
    [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image', '图片（JPEG）'],
    [Uint8Array.of(0x1f, 0x8b, 8), 'gzip', '压缩包（GZIP）'],
    [zipSync({ 'xl/workbook.xml': strToU8('x') }), 'xlsx', 'Excel 表格（XLSX）'],
    [zipSync({ 'xl/workbook.bin': strToU8('x') }), null, 'Excel 二进制表格（XLSB）', 'XLSX'],
    [zipSync({ 'OFD.xml': strToU8('x') }), 'ofd', '版式文档（OFD）'],
    [zipSync({ 'a.txt': strToU8('x') }), 'zip', '压缩包（ZIP）'],
    [
      zipSync({ '[Content_Types].xml': strToU8('x'), '_rels/.rels': strToU8('x') }),
      null,
      '没有 Word、Excel 正文的 Office 文件',
    ],
    [zipSync({ 'word/答复.txt': strToU8('x'), 'content.xml': strToU8('x') }), 'zip', '压缩包（ZIP）'],
    [ole('WordDocument'), 'doc', '旧版 Word 文档（DOC）'],
    [ole('WordDocument', 0, 0xa5dc), null, 'Word 6.0/95 文档（DOC）', 'DOCX'],
    [ole('Workbook'), null, '旧版 Excel 表格（XLS）', 'XLSX'],
  ])('names binary content %#', (bytes, type, label, saveAs?: string) => {
    expect(inChinese(sniff(bytes))).toEqual({ type, label, ...(saveAs ? { saveAs } : {}) });
  });

  it.each([
    ['7Z', '7z\xbc\xaf\x27\x1c'],
    ['RAR', 'Rar!\x1a\x07\x00'],
    ['TAR', `${'\0'.repeat(257)}ustar`],
  ])('says what to do with an archive that is not unpacked: %s', async (format, opening) => {
    const bytes = Buffer.from(opening, 'latin1');
    expect(sniff(bytes)).toMatchObject({ type: null, archive: true });
    const fault = await readInProcess({ name: '答复.rar', bytes }).catch((thrown) => thrown);
    expect(fault).toMatchObject({ code: 'archive-unsupported', class: 'input' });
    expect(fault.message).toContain(`答复.rar：这是压缩包（${format}）`);
    expect(fault.message).toContain('重新压缩成 ZIP');
  });

  it('reads no archive as a document', async () => {
    const bytes = zipSync({ 'a.txt': strToU8('x') });
    const fault = await readInProcess({ name: 'a.zip', bytes }).catch((thrown) => thrown);
    expect(fault).toMatchObject({ code: 'file-is-container', class: 'input' });
  });

  it('says what to save an old format as', async () => {
    const fault = await readInProcess({ name: '任务.xls', bytes: ole('Workbook') }).catch((thrown) => thrown);
    expect(fault).toMatchObject({ code: 'file-format-unsupported', class: 'input' });
    expect(fault.message).toContain('任务.xls：这是旧版 Excel 表格（XLS）');
    expect(fault.message).toContain('另存为 XLSX');
  });

  it('sees a password before reading', () => {
    expect(codeOf(ole('EncryptedPackage'))).toBe('file-encrypted');
    expect(codeOf(ole('WordDocument', 0x0100))).toBe('file-encrypted');
    const zip = Buffer.from(zipSync({ 'a.txt': strToU8('x') }));
    zip[zip.indexOf('PK\x01\x02', 0, 'latin1') + 8] = 1;
    expect(codeOf(zip)).toBe('file-encrypted');
  });

  it('calls a cut container damaged, and still tells what it was', () => {
    expect(codeOf(ole('WordDocument').subarray(0, 700))).toBe('file-damaged');
    const cut = Buffer.from(ole('Workbook'));
    cut.writeUInt32LE(5_000, 76);
    expect(codeOf(cut)).toBe('旧版 Excel 表格（XLS）');
  });

  it('calls a cut zip damaged', () => {
    const docx = makeDocx({ body: p('答复') });
    expect(codeOf(docx.subarray(0, docx.length - 30))).toBe('file-damaged');
  });
});
