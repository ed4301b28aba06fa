import { comparatorWords, verifiedWords } from '../../../app/export/words.js';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import { judgementOf, statusesOf } from '../../../app/standing/statuses.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import type { Language } from '../../../domain/phrase.js';
import type { Standing } from '../../../domain/standing.js';

const zh = {
  urge: '承诺事项督办单',
  circular: '关于承诺事项办理情况的通报',
  nobody: '未写明责任单位',
  addressed: (unit: string) => `${unit}：`,
  urged: (rows: number, day: string) =>
    `截至${day}，答复和方案中由你单位负责的承诺事项有${rows}项，列表如下。请逐项核对，在“办理进展”栏如实填写已达到的数值和完成时间，附佐证材料后报回。`,
  told: (rows: number, units: number, day: string) =>
    `截至${day}，列入本次通报的承诺事项共${rows}项，涉及${units}个单位。其中已过时限的、未写明时限的分列如下。`,
  summary: ['责任单位', '事项', '已过时限', '未到时限', '未写明时限'],
  table: ['序号', '承诺事项（原文）', '目标值', '已报数值', '时限', '出处', '办理进展'],
  noDeadline: '未写明',
  source: (page: number | null) => (page === null ? '原文' : `第${page}页`),
  proposal: (number: string) => `第${number}号`,
  office: '督办单位（盖章）：',
  filled: '填报人：　　　　　　联系电话：　　　　　　填报日期：　　　　　',
  issued: (day: string) => day,
};

const en: typeof zh = {
  urge: 'Commitments to be followed up',
  circular: 'Circular on commitments',
  nobody: 'No unit named',
  addressed: (unit) => `${unit}:`,
  urged: (rows, day) =>
    `As of ${day}, replies and plans make you responsible for ${rows} commitments, listed below. For each, state the figure reached and the day of completion, with proof.`,
  told: (rows, units, day) => `As of ${day}: ${rows} commitments of ${units} units.`,
  summary: ['Unit', 'Commitments', 'Overdue', 'Not yet due', 'No deadline'],
  table: ['No.', 'Commitment (as written)', 'Target', 'Reported', 'Deadline', 'Source', 'Progress'],
  noDeadline: 'not stated',
  source: (page) => (page === null ? 'source' : `page ${page}`),
  proposal: (number) => `No. ${number}`,
  office: 'Issued by:',
  filled: 'Filled in by:            Telephone:            Date:            ',
  issued: (day) => day,
};

export const noticeWords: Readonly<Record<Language, typeof zh>> = { zh, en };

/** The words around a figure that say how it is meant: 92%以上 needs no 不低于 before it. */
const says = /[以不超约近至最逾达]|左右|上下|more|less/;

/** 不低于 92% · 92%以上 · 全部: the target as a person reads it, figure and comparator. */
export function targetWords(row: LedgerRow, language: Language): string {
  const figure = row.valueText ?? '';
  const { comparator } = row;
  const told = comparator === null || comparator === '=' || comparator === 'range' || says.test(figure);
  const words = told ? figure : `${comparatorWords[comparator][language]} ${figure}`;
  return row.per === null ? words : `${words}（${row.per}）`;
}

/** 93.5%（已达到）: the figure reported for it, and what that says; 无佐证 where nothing was. */
export function reportedWords(
  standing: Standing | undefined,
  { day, profile, language }: ExportOptions,
): string {
  if (!standing) return verifiedWords.none[language];
  const [evidence] = judgementOf(standing, day).evidence;
  const verified = verifiedWords[statusesOf(standing.state, day, profile).verified][language];
  return evidence?.valueText ? `${evidence.valueText}（${verified}）` : verified;
}

/** 2025-12-31 as 2025年12月31日. */
export function dayWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : day;
}
