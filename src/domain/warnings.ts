import { fillIn, type Language, type Parameters, type Phrase, phrase } from './phrase.js';
import type { ReadWarning } from './source-text.js';

/** Everything that a reader can leave unread without failing. `{page}` is the warning's page. */
export const warnings = {
  'page-damaged': phrase('第 {page} 页已损坏，没有读出。', 'page {page} is damaged and was not read.'),
  'page-no-text': phrase(
    '第 {page} 页没有文字（空白页，或者是图片，需要文字识别）。',
    'page {page} has no text (it is empty, or a picture that needs character recognition).',
  ),
  'page-garbled': phrase(
    '第 {page} 页读出的是乱码，没有采用，需要文字识别。',
    'page {page} reads as garbled text and was left out; it needs character recognition.',
  ),
  'page-recognized': phrase(
    '第 {page} 页是图片，文字由识别得到，请核对数字。',
    'page {page} is a picture; its text was recognised, so check the figures.',
  ),
  'lines-unreadable': phrase(
    '第 {page} 页有 {count} 行认不出来，没有采用。',
    'lines of page {page} that could not be recognised and were left out: {count}.',
  ),
  'text-unseen': phrase(
    '第 {page} 页有 {count} 个字看不见（透明、白色、极小或在页面之外），没有读取。',
    'characters of page {page} that nobody sees (clear, white, tiny or beside the page) and that were not read: {count}.',
  ),
  'words-unseen': phrase(
    '有 {count} 个字看不见（白色或极小），没有读取。',
    'characters that nobody sees (white or tiny) and that were not read: {count}.',
  ),
  'part-not-read': phrase(
    '文件内嵌了 {count} 处其他格式的内容，没有读取。',
    'embedded parts of other formats that were not read: {count}.',
  ),
  'template-missing': phrase(
    '第 {page} 页用到的模板不在文件里，模板上的文字没有读出。',
    'a template of page {page} is not in the file; what stands on it was not read.',
  ),
  'notes-not-read': phrase(
    '有 {count} 处批注文字，没有作为正文读取。',
    'notes written on the pages that were not read as text: {count}.',
  ),
  'sheets-hidden': phrase(
    '有 {count} 个隐藏的工作表，没有读取。',
    'hidden sheets that were not read: {count}.',
  ),
  'sheet-missing': phrase(
    '工作表“{sheet}”的内容不在文件里，没有读取。',
    'the content of sheet "{sheet}" is not in the file and was not read.',
  ),
  'cells-hidden': phrase(
    '工作表“{sheet}”有隐藏的 {rows} 行、{columns} 列，没有读取。',
    'sheet "{sheet}" has hidden rows ({rows}) and columns ({columns}) that were not read.',
  ),
  'formulas-without-result': phrase(
    '工作表“{sheet}”有 {count} 个公式没有保存计算结果，没有读取。',
    'sheet "{sheet}" has formulas without a saved result that were not read: {count}.',
  ),
  'quotation-open': phrase(
    '有一个引号没有配对，已把引号当作普通字符读取，请核对分列。',
    'a quotation mark is never closed; the marks were read as plain characters, so check the columns.',
  ),
  'characters-broken': phrase(
    '有 {count} 处字符无法识别（编码有误），请核对原文。',
    'characters that are none in the encoding of the file: {count}; check them in the original.',
  ),
  'list-numbers-not-read': phrase(
    '自动编号的定义已损坏，段前的编号没有读出。',
    'the definitions of its lists are damaged; the numbers before paragraphs were not read.',
  ),
} as const satisfies Record<string, Phrase>;

export type WarningCode = keyof typeof warnings;

/** A warning with its place; `message` is the Chinese text. */
export function readWarning(
  code: WarningCode,
  page: number | null,
  parameters: Parameters = {},
): ReadWarning {
  const all = page === null ? parameters : { page, ...parameters };
  return { code, message: fillIn(warnings[code], all, 'zh'), page, parameters: { ...all } };
}

/** A stored warning in a language; one of a program with other codes is told as it was stored. */
export function warningMessage({ code, message, parameters }: ReadWarning, language: Language): string {
  if (language === 'zh' || !(code in warnings)) return message;
  return fillIn(warnings[code as WarningCode], parameters, language);
}
