import type { Span } from '../../domain/source-text.js';
import { looksLikeOffice } from '../outline/office.js';
import type { Line } from './lines.js';
import type { TableRow } from './table-rows.js';

/** What a column of a task table holds, by its heading. */
type ColumnKind = 'ordinal' | 'office' | 'date' | 'share' | 'person' | 'other' | 'text';

const ordinalHead = /^(?:序号|编号)$/;
const ordinal = /^(\d{1,3})[.、．]?$/;
const officeHead = /(?:责任|牵头|承办|主办|配合|协办|实施|落实|主管)(?:单位|部门|主体)|^责任单位/;
const dateHead = /时限|时间|期限|年限|节点|完成日期/;
const shareHead = /[%％]|比例|占比|完成率|完成进度/;
const personHead = /领导|责任人|负责人|联系人/;
const otherHead = /^备\s*注$|^单位$|投资|资金|数量|规模/;
const taskHead = /任务|目标|内容|措施|事项|项目|实事|举措|要求|指标|名称|工作/;
const longestHead = 24;
const mostColumns = 10;
const furthestRow = 40;

const day = /\d{1,2}月|年底|年末|季度|年内|长期|全年|持续|常年|半年|\d{4}年|\d{4}[.-]\d{1,2}|国庆前|汛期?前/;
const share = /^[\d.]+[%％]?$/;
const tableEnd =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节部]|附件|附：|扫一扫|分享|打印|上一篇|下一篇|版权所有|主办)/;

function kindOf(head: string): ColumnKind {
  if (ordinalHead.test(head)) return 'ordinal';
  if (shareHead.test(head)) return 'share';
  if (personHead.test(head)) return 'person';
  if (otherHead.test(head)) return 'other';
  if (officeHead.test(head)) return 'office';
  return dateHead.test(head) ? 'date' : 'text';
}

/** 12345热线中心: the number that an office answers. */
const lineNumber = /(?<!\d)(?:12\d{3}|96\d{3,4}|1[12]0|119)(?=[\u4e00-\u9fff])/gu;
/** 市发改委牵头，市财政局、市住建局配合: what part each takes. */
const part = /(?:牵头|配合|负责|参与|协助|协同|落实)$/u;

function isOfficeList(words: string): boolean {
  if (words.length > 60 || /[。；：]/.test(words) || /\d/.test(words.replace(lineNumber, ''))) return false;
  return words
    .split(/[、，,\s]+/)
    .map((name) => name.replace(part, ''))
    .every((name) => looksLikeOffice(name) || /^各[\u4e00-\u9fff（）、]{1,8}$/.test(name));
}

function fits(kind: ColumnKind, words: string): boolean {
  if (kind === 'office') return isOfficeList(words);
  if (kind === 'date') return words.length <= 20 && day.test(words) && !/[。；]/.test(words);
  if (kind === 'person') return /^[\u4e00-\u9fff]{2,3}(?:[、，][\u4e00-\u9fff]{2,3})*$/.test(words);
  if (kind === 'share') return share.test(words);
  return false;
}

interface Row {
  readonly cells: (Span | null)[];
  readonly merged: (Span | null)[];
  last: number;
  closed: boolean;
}

/**
 * Task tables (序号, 工作任务, 责任单位, 完成时限) whose cells a copy put on a line each. A heading row that begins with 序号 opens
 * one, numbers alone on a line begin its rows, the kind of each line tells its column. A row whose lines do not fit stays as it is.
 */
export function withVerticalTasks(text: string, given: readonly (Line | TableRow)[]): (Line | TableRow)[] {
  const out: (Line | TableRow)[] = [];
  let table = -2;
  const lines = given.map((line) => withoutBar(text, line));
  for (let at = 0; at < lines.length; at++) {
    const head = headerAt(text, lines, at);
    if (!head) {
      const line = given[at];
      if (line) out.push(line);
      continue;
    }
    const kinds = head.map((span) => kindOf(wordsOf(text, span)));
    out.push(
      rowOf(
        head.map(spanOf),
        head.map(() => null),
        table,
      ),
    );
    at += head.length;
    let next: number | null = null;
    for (let steps = 0; at < lines.length && steps < lines.length; steps++) {
      const number = numberAt(text, lines[at]);
      if (number === null || (next !== null && number !== next && number !== 1)) {
        // A heading across the table: the rows go on if a number follows soon.
        const ahead = [1, 2].find((k) => {
          const found = numberAt(text, lines[at + k]);
          return found !== null && (found === next || found === 1);
        });
        const line = lines[at];
        if (next === null || ahead === undefined || !line || 'merged' in line) break;
        for (let k = 0; k < ahead; k++) out.push(lines[at + k] as Line);
        at += ahead;
        continue;
      }
      let end = at + 1;
      while (end < lines.length && end - at < furthestRow && !endsRow(text, lines, end, number + 1)) end++;
      const body = lines.slice(at + 1, end) as Line[];
      const rows = rowsOf(text, lines[at] as Line, body, kinds);
      if (rows) for (const { cells, merged } of rows) out.push(rowOf(cells, merged, table));
      else out.push(...lines.slice(at, end));
      next = number + 1;
      at = end;
    }
    table--;
    at--;
  }
  return out;
}

/** 责任单位 |: a cell that stands alone on its line, with the bar that ended it. */
function withoutBar(text: string, line: Line | TableRow): Line | TableRow {
  if ('merged' in line || line.cells !== '|') return line;
  const words = /^[^|]*[^|\s](?=\s*\|$)/.exec(text.slice(line.start, line.end))?.[0];
  return words === undefined ? line : { ...line, end: line.start + words.length, cells: null };
}

const fullWidth: Readonly<Record<string, string>> = { '(': '（', ')': '）', ':': '：', ',': '，', ';': '；' };
const wordsOf = (text: string, span: Span): string =>
  text
    .slice(span.start, span.end)
    .replace(/[ \u3000\u00a0]/g, '')
    .replace(/[():,;]/g, (c) => fullWidth[c] ?? c);
const spanOf = ({ start, end }: Span): Span => ({ start, end });

function rowOf(cells: readonly (Span | null)[], merged: readonly (Span | null)[], table: number): TableRow {
  const own = cells.filter((cell) => cell !== null);
  return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, table, cells, merged };
}

function plain(line: Line | TableRow | undefined): line is Line {
  return line !== undefined && !('merged' in line) && line.cells === null;
}

function numberAt(text: string, line: Line | TableRow | undefined): number | null {
  if (!plain(line)) return null;
  const found = ordinal.exec(wordsOf(text, line))?.[1];
  return found === undefined ? null : Number(found);
}

function endsRow(text: string, lines: readonly (Line | TableRow)[], at: number, next: number): boolean {
  const line = lines[at];
  if (!plain(line)) return true;
  const number = numberAt(text, line);
  return number === next || tableEnd.test(wordsOf(text, line));
}

/** The lines of a heading row that begins at `at`, or null. */
function headerAt(text: string, lines: readonly (Line | TableRow)[], at: number): Line[] | null {
  const first = lines[at];
  if (!plain(first) || !ordinalHead.test(wordsOf(text, first))) return null;
  const head: Line[] = [first];
  for (let i = at + 1; head.length <= mostColumns; i++) {
    const line = lines[i];
    if (!plain(line)) return null;
    const words = wordsOf(text, line);
    if (ordinal.test(words)) break;
    if (words.length > longestHead || /[。；：]/.test(words)) return null;
    head.push(line);
  }
  const names = head.map((line) => wordsOf(text, line));
  const told = names.some((name) => officeHead.test(name) || dateHead.test(name));
  return head.length >= 3 && told && names.some((name) => taskHead.test(name)) ? head : null;
}

/** The rows that a numbered stretch holds: more than one where a cell that reaches down stands for several. */
function rowsOf(
  text: string,
  number: Line,
  body: readonly Line[],
  kinds: readonly ColumnKind[],
): Row[] | null {
  const texts = kinds.flatMap((kind, column) => (kind === 'text' ? [column] : []));
  const blank = (): Row => ({
    cells: kinds.map(() => null),
    merged: kinds.map(() => null),
    last: 0,
    closed: false,
  });
  let row = blank();
  row.cells[0] = spanOf(number);
  const rows = [row];
  for (const line of body) {
    const words = wordsOf(text, line);
    const hasText = texts.some((column) => row.cells[column] !== null);
    const special = kinds.findIndex(
      (kind, column) =>
        column >= row.last && fits(kind, words) && !(kind === 'person' && row.cells[column] !== null),
    );
    // A name in the first text column may look like an office: a unit comes after the task, or before it where its column does.
    if (special > 0 && (hasText || special < (texts[0] ?? 0))) {
      const before = row.cells[special] ?? null;
      row.cells[special] = before ? { start: before.start, end: line.end } : spanOf(line);
      row.last = special;
      row.closed ||= hasText && special > (texts.at(-1) ?? 0);
      continue;
    }
    if (row.closed) {
      const above = row;
      row = blank();
      for (const [column, kind] of kinds.entries())
        if (kind === 'office' || kind === 'date')
          row.merged[column] = above.cells[column] ?? above.merged[column] ?? null;
      rows.push(row);
    }
    const free = texts.find((column) => column >= row.last && row.cells[column] === null);
    const column = free ?? texts.findLast((each) => row.cells[each] !== null && each >= row.last);
    if (column === undefined) return null;
    const before = row.cells[column] ?? null;
    row.cells[column] = before ? { start: before.start, end: line.end } : spanOf(line);
    row.last = column;
  }
  for (const each of rows)
    for (const [column] of kinds.entries()) if (each.cells[column]) each.merged[column] = null;
  return rows.every(({ cells }) => texts.some((column) => cells[column] !== null)) ? rows : null;
}
