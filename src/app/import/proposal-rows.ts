import { type Phrase, phrase } from '../../domain/phrase.js';
import { type Registration, registrationSchema } from '../../domain/proposal-note.js';
import { proposalNumberIn } from '../../text/outline/meta/proposal-number.js';
import { handoverProblem } from '../proposal/new-note.js';
import type { HeadedRow, Heading } from './headed-table.js';
import type { ProposalField } from './proposal-columns.js';

type Body = Registration['body'];

/** A line of a list of proposals as it was understood. */
export interface ProposalLine {
  readonly sheet: string | null;
  readonly line: number;
  readonly number: string;
  readonly registration: Registration;
  /** 交办. ISO. */
  readonly handedOver: string | null;
}

export interface RefusedLine {
  readonly sheet: string | null;
  readonly line: number;
  /** As far as they are understood. */
  readonly number: string | null;
  readonly title: string | null;
  /** What is wrong with it, and what to do. */
  readonly problem: Phrase;
}

/** What the list as a whole is of, where its lines do not say. */
export interface ListOf {
  readonly body?: Body | undefined;
  readonly session?: string | undefined;
  /** ISO. */
  readonly today: string;
}

const bodies: readonly (readonly [NonNullable<Body>, RegExp])[] = [
  ['cppcc', /政协|提案|委员(?!会)/u],
  ['npc', /人大|人民代表|建议|议案|代表/u],
];
/** null where it is neither's word, or both's. */
function bodyIn(words: string): Body {
  const told = bodies.filter(([, pattern]) => pattern.test(words));
  return told.length === 1 ? (told[0]?.[0] ?? null) : null;
}

/** Names in a cell, each once, in order: 张三、李四等5人 → 张三, 李四. A name of two characters may stand with a blank between. */
export function namesIn(cell: string): string[] {
  const pieces = cell
    .replace(/等\s*\d+\s*(?:名|位|人).*$/su, '')
    .split(/[、，,；;/\n\r|]+/u)
    .flatMap((piece) => {
      const words = piece.trim();
      return /^\p{Script=Han}\s+\p{Script=Han}$/u.test(words)
        ? [words.replace(/\s+/gu, '')]
        : words.split(/\s+/u);
    });
  return [...new Set(pieces.map((name) => name.replace(/[（(]\s*[）)]/gu, '')))].filter(
    (name) => name !== '',
  );
}

const dayForm = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/u;

/** 2026年3月20日, 2026-3-20, 2026/03/20 → ISO; null for what is no day. */
export function dayIn(cell: string): string | null {
  const [, year, month, day] = dayForm.exec(cell.normalize('NFKC').trim()) ?? [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** 提案号, 委员: whose list it is shows in its headings. */
export const bodyOfHeadings = (headings: readonly Heading<ProposalField>[]): Body => {
  const all = headings.filter(({ field }) => field !== null && field !== 'body').map(({ words }) => words);
  const told = new Set(all.map(bodyIn).filter((body) => body !== null));
  return told.size === 1 ? ([...told][0] ?? null) : null;
};

const isRefused = (read: ProposalLine | RefusedLine): read is RefusedLine => 'problem' in read;

function readLine(
  { sheet, line, cells }: HeadedRow<ProposalField>,
  { body, session, today }: ListOf,
): ProposalLine | RefusedLine {
  const cell = (field: ProposalField): string => cells.get(field) ?? '';
  const number = proposalNumberIn(cell('number'));
  const title = cell('title').replace(/\s+/gu, ' ') || null;
  const at = { sheet, line, number, title };
  if (cell('number') === '')
    return {
      ...at,
      problem: phrase('没有编号：请补上建议、提案的编号', 'no number: fill in the number of the proposal'),
    };
  if (number === null)
    return {
      ...at,
      problem: phrase(
        `看不懂编号“${cell('number')}”：请只写数字，例如 12 或 第12号`,
        `number “${cell('number')}” is not understood: write digits alone, such as 12`,
      ),
    };
  const handedOver = cell('handover') === '' ? null : dayIn(cell('handover'));
  if (handedOver === null && cell('handover') !== '')
    return {
      ...at,
      problem: phrase(
        `看不懂交办日期“${cell('handover')}”：请写成 2026-03-20`,
        `day of hand-over “${cell('handover')}” is not understood: write it as 2026-03-20`,
      ),
    };
  const problem = handedOver === null ? null : handoverProblem(handedOver, today);
  if (problem) return { ...at, problem };
  const registration = registrationSchema.safeParse({
    title,
    body: bodyIn(cell('body')) ?? body ?? null,
    session: cell('session') || session || null,
    proposers: [...new Set([...namesIn(cell('proposers')), ...namesIn(cell('seconders'))])],
    lead: namesIn(cell('lead')),
    assisting: namesIn(cell('assisting')),
  });
  if (!registration.success)
    return {
      ...at,
      problem: phrase(
        '内容太长：标题至多 500 字，每个姓名、单位至多 100 字，每栏至多 500 个',
        'too long: a title has at most 500 characters, a name 100, a column 500 names',
      ),
    };
  return { sheet, line, number, registration: registration.data, handedOver };
}

/** Lines of a list, understood and not. A line that says nothing but a running number or a sum is none of either. */
export function readProposals(
  rows: readonly HeadedRow<ProposalField>[],
  list: ListOf,
): { readonly lines: readonly ProposalLine[]; readonly refused: readonly RefusedLine[] } {
  const told = rows.filter(({ first }) => !/^(?:合\s*计|总\s*计|小\s*计|共\s*计)/u.test(first));
  const read = told.map((row) => readLine(row, list));
  return {
    lines: read.filter((each) => !isRefused(each)) as ProposalLine[],
    refused: read.filter(isRefused),
  };
}
