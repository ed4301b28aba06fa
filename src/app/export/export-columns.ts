import { answerableFor, dueOf, type LedgerRow } from '../../domain/ledger.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { Profile } from '../../domain/profile.js';
import { type Statuses, statusesOf } from '../standing/statuses.js';
import {
  changeWords,
  claimedWords,
  comparatorWords,
  documentKindWords,
  kindWords,
  missingWords,
  publicityWords,
  scheduleWords,
  stanceWords,
  strengthWords,
  verifiedWords,
  yesNo,
} from './words.js';

/** What a cell holds: `date` an ISO day, `link` the words that stand for the row's place in its source. */
export type CellType = 'text' | 'number' | 'date' | 'link';
type CellValue = string | number | Phrase | null;

/** On which day, and by which practice, statuses are told. */
export interface ExportReading {
  /** ISO day, which stands on the file too. */
  readonly day: string;
  readonly profile: Profile;
}

export interface ExportColumn {
  readonly key: string;
  readonly title: Phrase;
  readonly type: CellType;
  /** In characters of a Western font. */
  readonly width: number;
  readonly value: (row: LedgerRow, reading: ExportReading) => CellValue;
}

const column = (
  key: string,
  title: Phrase,
  type: CellType,
  width: number,
  value: ExportColumn['value'],
): ExportColumn => ({ key, title, type, width, value });

const joined = (parts: readonly Phrase[]): Phrase =>
  phrase(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '));

/** A status of a promise that was tracked; nothing for a result. */
const status =
  (told: (statuses: Statuses) => Phrase): ExportColumn['value'] =>
  ({ state }, { day, profile }) =>
    state === null ? null : told(statusesOf(state, day, profile));

/** Every column of the 台账, in the order that it is exported in. */
export const exportColumns: readonly ExportColumn[] = [
  column('id', phrase('编号', 'Id'), 'text', 22, (row) => row.id),
  column('stance', phrase('类型', 'Stance'), 'text', 8, (row) => stanceWords[row.stance]),
  column('kind', phrase('形式', 'Kind'), 'text', 10, (row) => kindWords[row.kind]),
  column('indicator', phrase('指标', 'Indicator'), 'text', 28, (row) => row.indicator),
  column('valueText', phrase('数值（原文）', 'Value as written'), 'text', 16, (row) => row.valueText),
  column(
    'comparator',
    phrase('比较', 'Comparator'),
    'text',
    8,
    (row) => row.comparator && comparatorWords[row.comparator],
  ),
  column('value', phrase('数值', 'Value'), 'number', 12, (row) => row.value),
  column('valueMax', phrase('数值上限', 'Upper value'), 'number', 12, (row) => row.valueMax),
  column('unit', phrase('计量单位', 'Unit'), 'text', 10, (row) => row.unit),
  column('per', phrase('口径', 'Per'), 'text', 12, (row) => row.per),
  column('change', phrase('增减', 'Change'), 'text', 6, (row) => row.change && changeWords[row.change]),
  column('deadline', phrase('时限', 'Deadline'), 'date', 12, dueOf),
  column('deadlineText', phrase('时限（原文）', 'Deadline as written'), 'text', 16, (row) => {
    return row.deadline?.text ?? null;
  }),
  column('responsible', phrase('责任单位', 'Responsible'), 'text', 28, (row) =>
    answerableFor(row).join('、'),
  ),
  column('responsibleText', phrase('责任单位（原文）', 'Responsible as written'), 'text', 28, (row) =>
    row.responsible.join('、'),
  ),
  column('strength', phrase('力度', 'Strength'), 'text', 8, (row) => strengthWords[row.strength]),
  column('hedged', phrase('有弱化词', 'Hedged'), 'text', 8, (row) => yesNo(row.hedged)),
  column('missing', phrase('缺少', 'Missing'), 'text', 16, (row) =>
    joined(row.missing.map((element) => missingWords[element])),
  ),
  column(
    'schedule',
    phrase('时限状态', 'Schedule'),
    'text',
    10,
    status((of) => scheduleWords[of.schedule]),
  ),
  column(
    'verified',
    phrase('核实状态', 'Verified'),
    'text',
    10,
    status((of) => verifiedWords[of.verified]),
  ),
  column(
    'claimed',
    phrase('自报状态', 'Claimed'),
    'text',
    10,
    status((of) => claimedWords[of.claimed]),
  ),
  column('quote', phrase('原文', 'Quote'), 'text', 60, (row) => row.quote),
  column('source', phrase('出处', 'Source'), 'link', 12, ({ page }) =>
    page === null ? phrase('查看原文', 'source') : phrase(`第${page}页`, `page ${page}`),
  ),
  column('section', phrase('所在标题', 'Section'), 'text', 24, (row) => row.section.join(' / ')),
  column('proposalNumber', phrase('建议提案编号', 'Proposal'), 'text', 12, (row) => {
    return row.document.proposalNumber;
  }),
  column('documentTitle', phrase('文档标题', 'Document'), 'text', 40, (row) => row.document.title),
  column('documentKind', phrase('文档类别', 'Document kind'), 'text', 12, (row) => {
    return documentKindWords[row.document.kind];
  }),
  column('issuer', phrase('答复单位', 'Issuer'), 'text', 20, (row) => row.document.issuer),
  column('documentDate', phrase('文档日期', 'Document date'), 'date', 12, (row) => row.document.date),
  column('publicity', phrase('公开属性', 'Publicity'), 'text', 12, ({ document: { publicity } }) =>
    publicity === null ? phrase('未标明', 'not stated') : publicityWords[publicity],
  ),
  column('documentName', phrase('文件名', 'File'), 'text', 30, (row) => row.document.name),
  column('documentId', phrase('文档编号', 'Document id'), 'text', 26, (row) => row.documentId),
];

export const columnKeys: readonly string[] = exportColumns.map(({ key }) => key);
