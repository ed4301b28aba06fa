import type { Block } from '../../text/outline/block.js';
import type { ExtractionContext, SentenceView } from '../draft.js';
import { stripLeading } from './indicator-words.js';

/** What a heading's words begin with: its number. */
export const marker = /^[^\u4e00-\u9fff“《]*(?:[一二三四五六七八九十]+[、）.．])?/u;

const nameField =
  /^(?:\d{1,3}[、.．])?(?:项目|任务|实事|事项|工程|建设项目|工作|实事项目|指标)?(?:名称)?：([^，。；：]{3,40})[。；]?$/u;
const formField = /^[\u4e00-\u9fff（）、]{2,12}：/u;
const fieldsBack = 8;

/** 项目名称：城东水厂 above 总投资：…: the name that a form's fields belong to. */
export function recordName({ outline: { blocks }, text }: ExtractionContext, at: number): string {
  const words = (index: number): string => {
    const block = blocks[index];
    return block ? text.slice(block.start, Math.min(block.end, block.start + 60)) : '';
  };
  if (!formField.test(words(at))) return '';
  for (let i = at - 1; i >= 0 && i >= at - fieldsBack; i--) {
    const line = words(i);
    const found = nameField.exec(line)?.[1];
    if (found) return found;
    if (!formField.test(line)) return '';
  }
  return '';
}

/** 青石水库：总库容1.2亿立方米，概算投资38亿元: the work that a point of a list is about. */
export function colonHead({ text }: ExtractionContext, { block, clauses }: SentenceView): string {
  const first = clauses[0];
  const head =
    block.headingEnd > block.start && text.charAt(block.headingEnd - 1) === '：'
      ? text.slice(block.start, block.headingEnd - 1).replace(marker, '')
      : first?.mark === '：'
        ? text.slice(first.start, first.end)
        : '';
  return /^[\u4e00-\u9fff“”（）A-Za-z\d]{3,24}(?:水库|灌区|工程|项目|公园|剧院|大桥|中心|医院|学校|基地|公路|铁路|高速|机场|园区|水厂|电站|管网|泵站|隧道|码头|配套|示范区|产业园|改造|大楼|广场|场馆|[图博体文]馆|博物馆|小区)$/u.test(
    head,
  )
    ? head
    : '';
}

/** 一、开展供热旧管网改造工作: the heading above, where it names one thing. */
export function headingAbove(
  { outline: { blocks }, text }: ExtractionContext,
  { path, kind }: Block,
): string {
  const above = blocks[path.at(-1) ?? -1];
  if (!above || kind === 'heading') return '';
  const words = stripLeading(
    text
      .slice(above.start, above.headingEnd)
      .replace(marker, '')
      .replace(/[。：]$/u, '')
      .replace(/工作(?:情况)?$/u, ''),
  );
  return words.length >= 5 && words.length <= 16 && ofOneThing.test(words) ? words : '';
}
const ofOneThing =
  /^(?!加强|加快|推进|完善|强化|深化|关于|提升|持续|切实|认真|积极|大力|全面|其他|主要|重点)[\u4e00-\u9fff“”]{3,14}(?:工程|项目|改造|建设|治理|整治|行动|公园|道路|公路|管网)$/u;
