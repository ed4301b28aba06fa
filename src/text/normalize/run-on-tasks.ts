import type { Span } from '../../domain/source-text.js';
import type { Line } from './lines.js';
import type { TableRow } from './table-rows.js';

const personHead = '[\\u4e00-\\u9fff]{0,5}?(?:领导|责任人|负责人|联系人)';
const officeHead = '(?:牵头|责任|配合|主办|协办|承办|实施|落实)(?:单位|部门)';
const taskHead =
  '(?:项目名称|任务名称|(?:工作|重点|主要|目标|年度)?(?:任务|目标|事项|项目|工作)|(?:主要|建设|具体|工作)?(?:内容|举措|措施))';
const header = new RegExp(
  `^序号(?:${taskHead})+(${personHead})?((?:${officeHead})+)(?=1[\\u4e00-\\u9fff])`,
  'u',
);

/** What bureaux are for: only with these a name can be told from the person's before it. */
const bureau =
  '(?:[市县区省]?(?:教育|民政|人社|人力|住建|住房|文体|文旅|文广|财政|公安|水利|水务|交通|农业|农村|卫生|卫健|发改|发展|工信|经信|科技|司法|自然|生态|环保|商务|应急|审计|市场|统计|医保|退役|城管|城市|行政|林业|园林|体育|信访|大数据|税务|规划|国资|民宗|供销|总工|妇联|残联|团委)[\\u4e00-\\u9fff]{0,8}?)';
const ending = '(?:局|委|办|联|会|公司|中心|政府|集团)';
const other =
  '(?:[\\u4e00-\\u9fff]{1,8}?(?:局|委|办|公司|街道|镇|乡|中心|集团)|[\\u4e00-\\u9fff]{0,8}?(?:开发区|经开区|高新区|产业园|高新园|经开园))';
const office = `(?:各(?:街道|镇|乡镇|乡|园区|部门|单位)|${other})(?:[（(][^（()）]{1,12}[）)])?`;
const tail = (person: boolean) =>
  new RegExp(
    `^${person ? '[\\u4e00-\\u9fff]{2,3}?' : ''}(${bureau}${ending}(?:[（(][^（()）]{1,12}[）)])?)((?:[、，]?${office})*)`,
    'u',
  );
const longestTail = 160;
const shortestLine = 60;

interface Part {
  readonly task: Span;
  readonly offices: readonly Span[];
}

/**
 * Task tables whose cells ran together on one line: 序号项目名称主要内容牵头单位配合单位1…。教育局各街道2…. A heading that names its
 * columns and rows that count on from 1 tell the table; the units stand after the task's last full stop.
 */
export function withRunOnTasks(text: string, lines: readonly (Line | TableRow)[]): (Line | TableRow)[] {
  let table = -1000;
  return lines.flatMap((line) => {
    if ('merged' in line || line.cells !== null || line.end - line.start < shortestLine) return [line];
    if (!text.startsWith('序号', line.start)) return [line];
    const rows = rowsOf(text, line, table--);
    return rows ?? [line];
  });
}

function rowsOf(text: string, line: Line, table: number): TableRow[] | null {
  const head = header.exec(text.slice(line.start, Math.min(line.end, line.start + 80)));
  if (!head) return null;
  const ends = tail(head[1] !== undefined);
  const from = line.start + head[0].length;
  const offices = { start: from - (head[2]?.length ?? 0), end: from };
  const rows: { number: Span; parts: Part[] }[] = [];
  let at = from;
  for (let number = 1; at < line.end; number++) {
    const digits = String(number).length;
    const next = nextRow(text, at + digits, line.end, number + 1, ends);
    const parts = partsOf(text, { start: at + digits, end: next }, ends);
    if (parts.every((part) => part.offices.length === 0)) return null;
    rows.push({ number: { start: at, end: at + digits }, parts });
    at = next;
  }
  const width = Math.max(...rows.flatMap(({ parts }) => parts.map((part) => part.offices.length)));
  const rest = <T>(value: T): T[] => Array.from({ length: width - 1 }, () => value);
  const heading: TableRow = {
    start: line.start,
    end: from,
    table,
    cells: [
      { start: line.start, end: line.start + 2 },
      { start: line.start + 2, end: Math.min(offices.start, line.start + 2 + firstHead(text, line)) },
      offices,
      ...rest(null),
    ],
    merged: [null, null, null, ...rest(offices)],
  };
  const body = rows.flatMap(({ number, parts }) => {
    let above: readonly Span[] = [];
    return parts.map((part, i): TableRow => {
      const own = part.offices.length > 0 ? part.offices : [];
      const reached = own.length > 0 ? [] : above;
      above = own.length > 0 ? own : above;
      const cell = (list: readonly Span[]) => Array.from({ length: width }, (_v, k) => list[k] ?? null);
      return {
        start: i === 0 ? number.start : part.task.start,
        end: own.at(-1)?.end ?? part.task.end,
        table,
        cells: [i === 0 ? number : null, part.task, ...cell(own)],
        merged: [null, null, ...cell(reached)],
      };
    });
  });
  return [heading, ...body];
}

const firstHead = (text: string, line: Line): number =>
  new RegExp(`^${taskHead}`, 'u').exec(text.slice(line.start + 2, line.start + 20))?.[0].length ?? 0;

/** Where the next number in order begins, after a row's units; else the line's end. */
function nextRow(text: string, from: number, end: number, number: number, ends: RegExp): number {
  const words = String(number);
  for (let at = text.indexOf(words, from); at >= 0 && at < end; at = text.indexOf(words, at + 1)) {
    if (!/[\u4e00-\u9fff]/u.test(text.charAt(at + words.length)) || /\d/.test(text.charAt(at - 1))) continue;
    const stop = Math.max(text.lastIndexOf('。', at), from - 1);
    const found = at - stop > longestTail ? null : ends.exec(text.slice(stop + 1, at));
    if (found && found[0].length === at - stop - 1) return at;
  }
  return end;
}

/** A row's tasks, each with the units behind it; what has none of its own has those above it. */
function partsOf(text: string, row: Span, ends: RegExp): Part[] {
  const parts: Part[] = [];
  let from = row.start;
  for (let at = text.indexOf('。', from); at >= 0 && at < row.end; at = text.indexOf('。', at + 1)) {
    const found = ends.exec(text.slice(at + 1, Math.min(row.end, at + 1 + longestTail)));
    if (!found) continue;
    const list = found[2] ?? '';
    const listStart = at + 1 + found[0].length - list.length;
    const first = { start: listStart - (found[1]?.length ?? 0), end: listStart };
    const others = [...list.matchAll(new RegExp(office, 'gu'))].map((match) => ({
      start: listStart + match.index,
      end: listStart + match.index + match[0].length,
    }));
    parts.push({ task: { start: from, end: at + 1 }, offices: [first, ...others] });
    from = listStart + list.length;
  }
  if (from < row.end) parts.push({ task: { start: from, end: row.end }, offices: [] });
  return parts;
}
