import type { ExtractionContext, SentenceView } from '../draft.js';
import { clauseLeanings } from './clause-leaning.js';

/** 总投资1.7亿元，待用地获批后及时开工建设: a work that is still to begin, told by what comes after. */
const yetToBegin =
  /^(?:待|等)[^，]{2,24}后[^，]{0,12}(?:开工|动工|实施|建设|启动|施工)|^(?:(?:整个|该|全部)?(?:项目|工程)?(?:计划|预计|拟|力争))[^，]{0,16}(?:开工|动工)|^整个[^，]{2,6}(?:计划|预计|拟|力争)[^，]{0,16}(?:完工|竣工|建成|投用)/u;

/** 同意公司对66台车辆进行更新，预计12月底完成: what was agreed to or is worked at, and no more, and the day on which it, all of it, will end. */
const agreed =
  /同意|批准|核准|获准|批复|按(?:照)?计划|对[^，]{0,60}\d[^，]{0,40}(?:进行|实施|开展|予以|启动|加以)[^，已了]{2,12}$|\d[^，]{0,40}(?:施工|更新|更换|改造|整治|维修|修缮|加装|配套)(?:工作|工程|项目|施工)?$/u;
const toBeFinished =
  /^(?:(?:整个|该|全部|此)?(?:工作|项目|工程|任务)?(?:预计|计划|力争|拟|争取|将|可|确保(?=[^，]*(?:完成|完工|竣工|建成|投用|交付|通车)$)))(?=[^，]*(?:\d月|\d年|年[底内]|[今明]年|半年|季度|月底|[春暑寒]假|[春秋]季))[^，已]{0,20}(?:完成|完工|竣工|建成|投用|投入使用|交付|通车|结束)(?![^，]{0,4}(?:剩余|其余|余下|剩下|其他|另外|后续))/u;
/** 筹措资金80万元，计划实施…: money got together for what is planned. */
const fund = /(?:筹措|筹集|安排|落实|预算|列支|投入)[^，]{0,10}(?:资金|经费)[^，]{0,6}\d[\d.,]*[万亿]?元$/u;
const forPlanned = /^(?:计划|拟|将)(?:用于|实施|建设|新建|对|启动|改造)/u;
/** 还剩12公里，打算秋冬季补上: what is left, and when it will be made good. */
const leftOver =
  /^(?:目前|现|尚|还|仍|只)*(?:还|仍|尚|剩)(?:余)?(?:有)?(?:欠|差|缺|剩余?|余下)?(?:下|余)?[^，；已]{0,12}\d/u;
/** 文昌片区42台，今年10月开工; 先装校门口一段10盏，秋季开学前亮灯: a count that says of itself nothing, or what comes first. */
const bareOrFirst =
  /^(?:其中|其余|[一二三]是|[^，；：]{0,8}：)*(?:先行?|首先|优先|重点)?(?:(?![有共占达完成投入拨获累实])[\u4e00-\u9fff“”、（）]){0,16}\d[\d.,]*[万亿]?[\u4e00-\u9fff㎡]{1,3}$/u;
const begunOrDone =
  /(?:开工|动工|建成|竣工|完工|投用|启用|使用|运营|营业|开业|交付|亮灯|安装|装[好完齐]|到位|完成|补[齐上]|进场|实施|开放)[^，了已]{0,4}$/u;
/** 安装1104户，年底前再安装396户: what comes is more of it. */
const more = /再|其余|其他|剩余|余下|剩下|另外|另有|后续/u;
/** 还有5处未整改到位，明年3月底前必须销号: what is left, and the day by which it is to be done. */
const left = /^(?:还有|尚有|另有|另外|其余|剩余|剩下|余下|仍有|其他|其它)[^，]{0,4}\d/u;
const ahead = '[^，]*(?:\\d月|\\d年|年[底内]|[今明]年|半年|季度|月底|节?前)';
const duty = '(?:必须|务必|确保|力争|预计|计划|将|要|应|但?最迟)';
const byThen = new RegExp(`^(?=${ahead})[^，]{0,14}${duty}`, 'u');

/** Whether a clause tells what is left, and the one after it by when it will be done. */
export function isLeft({ text }: ExtractionContext, { clauses }: SentenceView, at: number): boolean {
  const [own, next] = [clauses[at], clauses[at + 1]];
  if (own?.mark !== '，' || next === undefined) return false;
  const words = text.slice(own.start, own.end);
  return left.test(words) && !words.includes('已') && byThen.test(text.slice(next.start, next.end));
}

/** How many clauses on the end of a work may be told. */
const reach = 4;

/** Whether a clause without a tense of its own is of a work whose beginning, or whose end, its sentence tells as yet to come. */
export function isYetToCome(context: ExtractionContext, view: SentenceView, at: number): boolean {
  const { text } = context;
  const own = view.clauses[at];
  if (!own) return false;
  const rest = view.clauses.slice(at + 1, at + 1 + reach);
  if (rest.some(({ start, end }) => yetToBegin.test(text.slice(start, end)))) return true;
  const first = view.clauses[at + 1];
  if (
    first &&
    own.mark === '，' &&
    fund.test(text.slice(own.start, own.end)) &&
    forPlanned.test(text.slice(first.start, first.end))
  )
    return true;
  const leanings = clauseLeanings(context, view);
  const next = leanings[at + 1];
  if (first && next && own.mark === '，' && next.weight > 0) {
    const words = text.slice(own.start, own.end);
    if (leftOver.test(words)) return true;
    if (
      next.rules.some((rule) => rule === 'date:ahead' || rule === 'goal:今年要') &&
      bareOrFirst.test(words) &&
      begunOrDone.test(text.slice(first.start, first.end)) &&
      !more.test(text.slice(first.start, first.end))
    )
      return true;
  }
  for (let i = at; i < at + reach; i++) {
    const later = view.clauses[i + 1];
    if (!later || view.clauses[i]?.mark === '；') return false;
    if (toBeFinished.test(text.slice(later.start, later.end)))
      return agreed.test(text.slice(own.start, own.end));
    // Something is told as done before an end is spoken of: 已完成工程量的60%，预计….
    const told = leanings[i + 1];
    if (told && told.weight < 0 && !told.rules.every((rule) => rule === 'done:正在')) return false;
  }
  return false;
}
