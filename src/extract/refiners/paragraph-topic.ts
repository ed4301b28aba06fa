import type { Block } from '../../text/outline/block.js';
import type { ExtractionContext, SentenceView } from '../draft.js';

const work =
  '(?:工程|项目|中心|医院|学校|公园|道路|公路|大道|大街|快速路|隧道|大桥|水库|水厂|基地|小区|园区|场馆|体育馆|图书馆|博物馆|文化馆|停车场|广场|改造)';
/** 市人民医院东院区提升改造项目，总投资2.5亿元: a clause that is the work's name and no more. */
const bareName = new RegExp(
  `^(?!关于|针对|围绕|为|加强|加快|推进|完善|强化|深化|持续|切实|认真|积极|大力|全面|主要|重点)[\\u4e00-\\u9fff“”（）A-Za-z\\d、]{3,34}${work}$`,
  'u',
);
const marker =
  /^[\s　]*(?:[一二三四五六七八九十]{1,3}[是、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、）)]|[①-⑳])*/u;
const verb =
  /^(?:该|此|本)?(?:项目|工程)|提出|提到|建议|提案|出的|计划|拟|预计|力争|开工|竣工|完工|已|将|正在|完成|推进|实施了|列入|纳入|加强|投入|进行|开展|根据|按照|通过/u;
/** 计划修建振兴大道，该工程…: what is set to be built, and gone on with by 该. */
const set =
  /(?:计划|拟|将|拟将|规划|决定|同意)(?:新建|修建|建设|实施|改造|扩建|改建|打造|启动)(?:了)?([\u4e00-\u9fff“”A-Za-z\d]{3,26})$/u;
const goesOn = /^(?:该|此|本)(?:工程|项目|道路|路|桥|线|公园|医院|学校|中心)/u;

const topics = new WeakMap<Block, string>();
/** How far into a paragraph its work is looked for. */
const opening = 6;

/**
 * The one work that a paragraph is about, where its words say so: it opens with a bare name, or sets a work that 该 takes up.
 * '' where none does, or where several are named that way.
 */
export function paragraphTopic({ text }: ExtractionContext, view: SentenceView): string {
  const known = topics.get(view.block);
  if (known !== undefined) return known;
  const sentences: SentenceView[] = [];
  for (let each: SentenceView | null = view; each && each.block === view.block; each = each.previous)
    sentences.push(each);
  const clauses = sentences
    .reverse()
    .slice(0, opening)
    .flatMap((each) => each.clauses);
  let topic = '';
  const first = clauses[0];
  const words = first ? text.slice(first.start, first.end).replace(marker, '') : '';
  if (first && (first.mark === '，' || first.mark === '：') && bareName.test(words) && !verb.test(words))
    topic = words;
  else
    for (const [i, { start, end }] of clauses.entries()) {
      const next = clauses[i + 1];
      const found =
        next && goesOn.test(text.slice(next.start, next.start + 4)) ? set.exec(text.slice(start, end)) : null;
      if (!found?.[1]) continue;
      if (topic !== '' && topic !== found[1]) {
        topic = '';
        break;
      }
      topic = found[1];
    }
  topics.set(view.block, topic);
  return topic;
}
