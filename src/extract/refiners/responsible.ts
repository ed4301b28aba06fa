import { looksLikeOffice, splitOffices } from '../../text/outline/office.js';
import { certainOffice } from '../../text/outline/responsibility.js';
import type { Clause } from '../../text/sentence/sentences.js';
import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { chargedAbove } from './lead-in-office.js';
import {
  besideIt,
  chargedAfter,
  leadsWithin,
  ofEach,
  officeOfNext,
  partnersIn,
  unattached,
} from './office-around.js';
import {
  asLead,
  eachPart,
  inlineAct,
  inlineDone,
  inlineLead,
  inlineWithSupport,
  readies,
  together,
} from './office-by.js';
import {
  attitude,
  branch,
  built,
  doing,
  generic,
  noSubject,
  ofPlace,
  otherSubject,
  ownSubject,
  plainName,
  sourceOfMoney,
  subjectIn,
  whose,
} from './office-subject.js';

/** 市财政局将：一是…；二是…: points of a list. */
const listed = /^[一二三四五六七八九]是/u;

/** 新建小学3所（市教育局）。改造公厕12座。（市城管局）: who answers for one sentence among others in its line. */
function bracketOf(text: string, { view }: Draft): string[] {
  if (text.charAt(view.end - 1) !== '）' && text.charAt(view.end + 1) !== '（') return [];
  const inside = /（([^（）：\d]{3,60})）$/u.exec(text.slice(Math.max(view.start, view.end - 64), view.end));
  const after = /^[。；]（([^（）：\d]{3,60})）/u.exec(
    text.slice(view.end, Math.min(view.block.end, view.end + 64)),
  );
  const list = (inside ?? after)?.[1];
  if (list === undefined) return [];
  const names = splitOffices(list);
  return names.every((name) => certainOffice.test(name) && looksLikeOffice(name)) ? names : [];
}

/** Fills `responsible`: the paragraph's tag first, then 由X负责, then a named office that is the sentence's subject. */
export function responsibleRefiner(context: ExtractionContext, draft: Draft): void {
  const { text } = context;
  const { block } = draft.view;
  const tag = block.responsibility;
  const offices = block.indicator?.offices ?? [];
  if (offices.length > 0) {
    draft.responsible = [...offices];
    because(draft, 'responsible', 'column:responsible');
    return;
  }
  const own = bracketOf(text, draft);
  if (own.length > 0 && (!tag || tag.rule === 'tag-bracket-names')) {
    fill(own, 'tag-bracket-names');
    return;
  }
  const paid = tag ? /出资|注资/u.test(text.slice(draft.clause.start, draft.clause.end)) : false;
  const payer = paid ? inlineAct.exec(text.slice(draft.clause.start, draft.clause.end))?.[1] : undefined;
  // 平台由市城投集团出资建设。【责任单位：市城市管理局】: who pays is told apart.
  if (payer && looksLikeOffice(payer) && !generic.test(payer)) {
    fill([payer], 'responsible:by');
    return;
  }
  if (tag && tag.lead.length + tag.support.length > 0) {
    draft.responsible = [...tag.lead, ...tag.support];
    because(draft, 'responsible', tag.rule);
    return;
  }
  const upTo = draft.view.clauses.filter((each) => each.start <= draft.clause.start);
  const sentence = text.slice(draft.view.start, draft.clause.end);
  const clause = text.slice(draft.clause.start, draft.clause.end);
  // 由财政局牵头拿出办法；聘请专家5名: up to the break.
  const sinceBreak = sentence.slice(text.slice(draft.view.start, draft.clause.start).lastIndexOf('；') + 1);
  const by = sentence.includes('由');
  const both = by ? inlineWithSupport.exec(sentence) : null;
  if (both?.[1] && both[2]) {
    const names = [...splitOffices(both[1]), ...splitOffices(both[2])].filter(
      (name) => looksLikeOffice(name) && !generic.test(name),
    );
    if (names.length > 0) {
      fill(names, 'responsible:by-with');
      return;
    }
  }
  const led = /(?:牵头|负责)，/u.test(sentence) ? leadsWithin(text, upTo, draft.clause.end) : [];
  if (led.length > 0) {
    fill(led, 'responsible:by-with');
    return;
  }
  const parts = partsBefore();
  if (parts.length > 0) {
    fill(parts, 'responsible:by');
    return;
  }
  const after = chargedAfter(text, draft);
  if (!(by && inlineLead.test(clause)) && ownSubject.test(clause) && subjectOf(draft.clause)) return;
  if (after !== '' && !inlineLead.test(clause) && !/财政/u.test(clause) && subjectOf(draft.clause)) return;
  const inline =
    by || after !== ''
      ? (inlineLead.exec(clause) ??
        inlineAct.exec(clause) ??
        inlineDone.exec(clause) ??
        ofEach(text, draft, upTo.at(-2)) ??
        (readies.test(clauseOfLead()) ? null : inlineLead.exec(sinceBreak)) ??
        inlineLead.exec(after))
      : null;
  if (inline?.[1]) {
    const partner = inline[0].endsWith('会同')
      ? besideIt(inline.input.slice(inline.index + inline[0].length - 2))
      : [];
    const names = [...splitOffices(inline[1]), ...partner].filter(
      (name) => looksLikeOffice(name) && !generic.test(name),
    );
    if (names.length > 0) {
      fill(names, 'responsible:by');
      return;
    }
  }
  const lead = sentence.includes('为牵头') ? asLead.exec(sentence) : null;
  if (lead?.[1]) {
    const names = [...splitOffices(lead[1]), ...splitOffices(lead[2] ?? '')].filter(
      (name) => looksLikeOffice(name) && !generic.test(name),
    );
    if (names.length > 0) {
      fill(names, 'responsible:lead-unit');
      return;
    }
  }
  // The nearest clause with a subject; 三是… begins a point of its own, under the sentence's first subject at most.
  const point = upTo.findLastIndex((each) => listed.test(text.slice(each.start, each.start + 2)));
  for (const part of upTo.slice(Math.max(0, point)).reverse()) {
    if (part !== draft.clause && readies.test(text.slice(part.start, part.end))) return;
    // 由财政局牵头拿出办法；聘请专家5名: by whom the other thing is done.
    if (text.charAt(part.start) === '由' && broken(part.end)) continue;
    if (subjectOf(part)) return;
    // 县政府已签约，投资方正在办理手续，预计9月开工: another subject has taken over.
    if (otherSubject.test(text.slice(part.start, part.end))) return;
  }
  const first = upTo[0];
  const others =
    first && together.exec(text.slice(first.start, Math.min(draft.clause.end, first.start + 60)))?.[1];
  if (others) {
    const names = splitOffices(others).filter((name) => looksLikeOffice(name) && !generic.test(name));
    if (names.length > 0) {
      fill(names, 'responsible:subject');
      return;
    }
  }
  const partners = partnersIn(text, upTo, draft.clause.end - sinceBreak.length);
  if (partners.length > 0) {
    fill(partners, 'responsible:subject');
    return;
  }
  const inCharge = officeOfNext(text, draft);
  if (inCharge) {
    fill([inCharge], 'responsible:by');
    return;
  }
  const charged = chargedAbove(context.outline, block);
  if (charged.length > 0) {
    fill([...charged], 'responsible:by');
    return;
  }
  // 为…，县城管局已形成请示，一是计划…: whom the sentence names before its points.
  const beforePoints =
    point > 0 ? upTo.findIndex((each) => listed.test(text.slice(each.start, each.start + 2))) : 0;
  if (beforePoints > 0) for (const part of upTo.slice(0, beforePoints).reverse()) if (subjectOf(part)) return;

  /** The clause before the draft's own that says who leads; '' where none does. */
  function clauseOfLead(): string {
    const at = upTo.findLast((each) => inlineLead.test(text.slice(each.start, each.end)));
    return at && at.start < draft.clause.start ? text.slice(at.start, at.end) : '';
  }

  /** Two or more that share a work: the nearest for a part, all for what is said of the whole after them. */
  function partsBefore(): string[] {
    const before = draft.view.clauses.filter((each) => each.start <= draft.clause.start);
    const found = before.flatMap((each) => {
      const name = eachPart.exec(text.slice(each.start, each.end))?.[1];
      const office =
        name && (looksLikeOffice(name) || /(?:中学|小学|学校|幼儿园)$/u.test(name)) && !generic.test(name);
      return office ? [{ each, name }] : [];
    });
    if (found.length < 2) return [];
    const whole = /^(?:整个|全部|该)?(?:工程|项目)?(?:计划|预计|将|拟|力争|确保)/u.test(clause);
    if (whole) return found.map(({ name }) => name);
    const last = found.at(-1);
    return last ? [last.name] : [];
  }

  function subjectOf(part: Clause): boolean {
    const found = subjectIn(text, part);
    if (!found?.[1] || found[1].includes('向') || /^(?:会同|联合(?!会|社)|配合)/u.test(found[1]))
      return false;
    // 市委、市政府一直高度重视…，截至目前全市共有…: who cares for it; what there is, is the place's.
    if (
      attitude.test(text.slice(part.start + found[0].length, part.end)) &&
      upTo.some((each) => each.start > part.start && ofPlace.test(text.slice(each.start, each.end)))
    )
      return false;
    const then = text.slice(part.start + found[0].length, part.end);
    if (whose.test(then)) return false;
    if (
      /财政$/u.test(found[1]) &&
      (draft.stance === 'achievement' || /^(?:承担|按|先行|\d{4}年)/u.test(then)) &&
      sourceOfMoney.test(then)
    )
      return false;
    const isDoing = doing.test(text.slice(part.start + found[0].length, part.end));
    // 健身中心7月底建成: what is built, no office.
    if (/(?:中心|馆|医院)$/u.test(found[1]) && built.test(text.slice(part.start + found[0].length, part.end)))
      return false;
    const names = [...splitOffices(found[1]).map(unattached), ...besideIt(then)].filter(
      (name) =>
        (looksLikeOffice(name) || plainName.test(name)) &&
        !generic.test(name) &&
        !noSubject.test(name) &&
        !(isDoing && /(?:中心|馆|医院|部)$/u.test(name)) &&
        (!/中心$/.test(name) || /^[\u4e00-\u9fff]{0,3}[市省县区州]/u.test(name)),
    );
    if (names.length === 0) return false;
    // 城管部门建停车棚；新建小区按标准配建: a branch of government is not carried over a break.
    if (broken(part.end) && names.every((name) => branch.test(name))) return false;
    fill(names, 'responsible:subject');
    return true;
  }

  function broken(from: number): boolean {
    return from <= draft.clause.start && text.slice(from, draft.clause.start).includes('；');
  }

  function fill(names: string[], rule: string): void {
    draft.responsible = names;
    because(draft, 'responsible', rule);
  }
}
