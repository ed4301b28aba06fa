import type { DocumentMeta } from '../../../domain/document.js';
import type { Block } from '../block.js';
import { isoDay } from './signature.js';

type Form = NonNullable<DocumentMeta['form']>;
type ResultClass = NonNullable<DocumentMeta['resultClass']>;

/** Words that name a field of the 办理单, by what the field is. Order: the longer label before the one inside it. */
const labels: readonly (readonly [keyof Form, RegExp])[] = [
  ['proposalNumber', /^(?:提案|建议|议案|案)(?:编)?号$|^编号$/],
  ['subject', /^(?:案由|(?:提案|建议|议案)?(?:标题|题目|名称))$/],
  ['undertaker', /^(?:主办|承办|答复|办理)(?:单位|部门)(?:名称)?$/],
  ['repliedOn', /^(?:答复|办复|回复|办结)(?:时间|日期)$/],
  ['manner', /^(?:答复|办理|沟通|联系|走访)(?:形式|方式)$/],
  [
    'satisfaction',
    /^(?:(?:提案|建议)?(?:办理)?(?:结果)?(?:满意度?|满意程度)(?:评价|测评)?|(?:代表|委员|提案者|提案人)(?:评价|意见))$/,
  ],
];
const anyLabel =
  /^(?:提案|建议|议案|案|编|主办|会办|协办|承办|答复|办理|办复|沟通|满意|代表|委员|提案者|类别|联系|领导|市委|市政府|备注|签字|注)/;

const tick = '[☑☒√✓✔■●◉▲Vv]';
/** Ticks touch their option: 满意☑, B类（√）; where none does, the mark before it counts: ☑满意. A tick that could mean two means none. */
function choice<T extends string>(text: string, options: readonly (readonly [T, string])[]): T | null {
  const flat = text.replace(/ +/g, '');
  for (const touching of [
    (option: string) => new RegExp(`${option}[（([]?${tick}`),
    (option: string) => new RegExp(`(?:^|[\\t□○☐；，])[（([]?${tick}[）)\\]]?${option}`),
  ]) {
    const found = options.filter(([, words]) => touching(words).test(flat));
    if (found.length > 0) return found.length === 1 ? (found[0]?.[0] ?? null) : null;
  }
  return null;
}

const satisfactions = [
  ['unsatisfied', '不满意'],
  ['basically_satisfied', '基本满意'],
  ['satisfied', '(?<![不本])满意'],
] as const;
const plainSatisfaction = {
  不满意: 'unsatisfied',
  基本满意: 'basically_satisfied',
  满意: 'satisfied',
} as const;

const manners = [
  '面商',
  '面复',
  '面见',
  '面谈',
  '电话',
  '函复',
  '书面',
  '座谈',
  '会议',
  '走访',
  '视频',
  '调研',
].map((word) => [word, `${word}(?:答复|约见)?`] as const);

/** `A类`, `类别：B`, a ticked letter; the first that says one class alone. */
export function findResultClass(words: readonly string[], blocks: readonly Block[]): ResultClass | null {
  for (const [i, line] of words.entries()) {
    const inForm = blocks[i]?.kind === 'form';
    const near = i < 8 || i >= words.length - 12;
    if ((!near && !inForm) || line.length > 200) continue;
    const flat = line.replace(/[ “”"]/g, '');
    const said =
      /(?:办理结果|答复类别|答复类型|办理类别|办理类型|结果分类|类别|类型|分类)(?:为)?[：:]?[（(]?([A-D])\d?(?:类|[）)]|$)/.exec(
        flat,
      ) ?? /(?:^|号)[（(【]?([A-D])类[）)】]?$/.exec(flat);
    if (said?.[1] && !/[A-D]类?[、/（(\s]*[）)]?[A-D]类?/.test(flat)) return said[1] as ResultClass;
    if (!/[A-D]类/.test(flat)) continue;
    const one = choice(flat, [
      ['A', 'A类'],
      ['B', 'B类'],
      ['C', 'C类'],
      ['D', 'D类'],
    ]);
    if (one) return one;
  }
  return null;
}

/** A form's cells: table cells as they stand, other lines cut at blanks and after a label's colon. */
function cellsOf(words: readonly string[], blocks: readonly Block[]): string[] {
  return words.flatMap((line, i) => {
    const block = blocks[i];
    if (block?.kind !== 'form') return [];
    const cells =
      block.cells.length > 1
        ? block.cells.map((cell) => line.slice(cell.start - block.start, cell.end - block.start))
        : line.split(/\t| {2,}|\u3000+/);
    return cells.flatMap((cell) => {
      const pair = /^([^：:]{2,12})[：:](.*)$/s.exec(cell.trim()) ?? labelled.exec(cell.trim());
      return pair ? [pair[1] ?? '', pair[2] ?? ''] : [cell.trim()];
    });
  });
}

/** A label and its value run together: 提案号 87, 答复时间 5-20. */
const labelled = /^((?:提案|建议|议案)(?:编)?号|(?:答复|办复)(?:时间|日期)|案由)\s*((?:\d|关于).*)$/s;

const squeezed = (cell: string): string => cell.replace(/[\s]+/g, '');

function fieldOf(key: keyof Form, raw: string): string | null {
  const value = squeezed(raw);
  if (!value || labels.some(([, label]) => label.test(value))) return null;
  if (key === 'proposalNumber') return /\d{1,7}/.exec(value)?.[0]?.replace(/^0+(?=\d)/, '') ?? null;
  if (key === 'repliedOn') return isoDay(value) ?? (/^\d{1,2}[-.月/]\d{1,2}日?$/.test(value) ? value : null);
  if (key === 'manner')
    return (
      choice(raw.replace(/(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g, ''), manners) ??
      (/[□○☐]/.test(value) ? null : value.slice(0, 40))
    );
  return value.slice(0, 200);
}

/**
 * The fields of the 办理单 at a reply's end, as written, null where blank; null where the document has no form.
 * Ticks count only where they touch one option.
 */
export function findForm(words: readonly string[], blocks: readonly Block[]): Form | null {
  const cells = cellsOf(words, blocks);
  if (cells.length === 0) return null;
  const form: Form = {
    proposalNumber: null,
    subject: null,
    undertaker: null,
    repliedOn: null,
    manner: null,
    satisfaction: null,
  };
  for (const [i, cell] of cells.entries()) {
    const found = labels.find(([, label]) => label.test(squeezed(cell)));
    if (!found) continue;
    const [key] = found;
    if (form[key] !== null) continue;
    const rest: string[] = [];
    for (const next of cells.slice(i + 1, i + 8)) {
      if (rest.length > 0 && (key !== 'satisfaction' || anyLabel.test(squeezed(next)))) break;
      if (squeezed(next)) rest.push(next);
    }
    const raw = rest.join(' ');
    if (key === 'satisfaction') {
      const plain = squeezed(rest[0] ?? '').replace(/[。，]$/, '');
      form.satisfaction =
        choice(raw, satisfactions) ?? plainSatisfaction[plain as keyof typeof plainSatisfaction] ?? null;
    } else form[key] = fieldOf(key, raw.replace(/^案由(?=.)/, ''));
  }
  return form;
}
