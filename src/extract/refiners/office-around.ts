import { looksLikeOffice, splitOffices } from '../../text/outline/office.js';
import type { Clause } from '../../text/sentence/sentences.js';
import type { Draft } from '../draft.js';
import { inlineAct, leadsWith, sentenceOfCharge, withWhom } from './office-by.js';
import { generic } from './office-subject.js';

/** Only so far is the next sentence looked at. */
const nextReach = 60;
const chargesAll = /(?:负责|牵头|承担|实施|承办)$/u;
/** How many clauses on an office may be charged with what the draft tells. */
const clausesOn = 3;

/** 投放200万元，每人限领50元，由市商务局牵头: a clause at the sentence's end that says who does it all; '' where none does. */
export function chargedAfter(text: string, { view, clause }: Draft): string {
  const { clauses } = view;
  const at = clauses.indexOf(clause);
  for (let i = at + 1; i < clauses.length && i <= at + clausesOn; i++) {
    const each = clauses[i];
    if (!each || clauses[i - 1]?.mark === '；') return '';
    if (!text.startsWith('由', each.start)) continue;
    const words = text.slice(each.start, each.end);
    return i === at + 1 || chargesAll.test(words) ? words : '';
  }
  return '';
}

/** 设备由县采购中心统一招标，每室配12种: a share in what the clause before says somebody does. */
export function ofEach(text: string, { clause }: Draft, before: Clause | undefined): RegExpExecArray | null {
  return before && text.startsWith('每', clause.start)
    ? inlineAct.exec(text.slice(before.start, before.end))
    : null;
}

const isOffice = (name: string): boolean => looksLikeOffice(name) && !generic.test(name);

/** 市教育局牵头，市公安局、市统计局配合，…: they all answer. */
export function leadsWithin(text: string, upTo: readonly Clause[], end: number): string[] {
  for (const each of upTo) {
    const found = leadsWith.exec(text.slice(each.start, end));
    if (!found?.[1] || !found[2] || !isOffice(found[1])) continue;
    return [...splitOffices(found[1]), ...splitOffices(found[2])].filter((name) => !generic.test(name));
  }
  return [];
}

/** 会同省工信厅推进…: with whom the office that writes does it, since the last break. */
export function partnersIn(text: string, upTo: readonly Clause[], since: number): string[] {
  for (const each of [...upTo].reverse()) {
    if (each.start < since) return [];
    const named = withWhom.exec(text.slice(each.start, each.end))?.[1];
    const names = named ? splitOffices(named).filter(isOffice) : [];
    if (names.length > 0) return names;
  }
  return [];
}

/** 该项目由县供销社负责。: the office that the next sentence of the paragraph charges with what this one tells. */
export function officeOfNext(text: string, { view }: Draft): string | null {
  const { end } = view.block;
  const from = view.end + (text.charAt(view.end) === '。' ? 1 : 0);
  if (from >= end || !/[该此上以这]/u.test(text.charAt(from))) return null;
  const stop = text.slice(from, Math.min(end, from + nextReach)).search(/[。；]/u);
  const name = stop < 0 ? undefined : sentenceOfCharge.exec(text.slice(from, from + stop))?.[1];
  return name && isOffice(name) ? name : null;
}

/** 省发改委会同省财政厅设立…: they answer together. */
const besides =
  /^要?(?:会同|联合)([\u4e00-\u9fff、和与及（）]{2,40}?)(?=设立|制定|组织|开展|建立|出台|印发|实施|推进|对|在(?=[\u4e00-\u9fff])|于|完成|编制|，|$)/u;

/** What stands behind an office's name: the offices that it does it with. */
export function besideIt(words: string): string[] {
  const names = besides.exec(words)?.[1];
  return names ? splitOffices(names) : [];
}

/** 市国资委所属汀城集团: the company itself. */
export function unattached(name: string): string {
  const own =
    /^[\u4e00-\u9fff]{2,12}(?:所属|下属|直属)(?!单位|部门|企业|机构|学校|医院|事业)([\u4e00-\u9fff]{4,})$/u.exec(
      name,
    )?.[1];
  return own && looksLikeOffice(own) ? own : name;
}
