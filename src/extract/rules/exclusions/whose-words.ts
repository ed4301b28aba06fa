import type { Outline } from '../../../text/outline/block.js';
import type { ExtractionContext, SentenceView } from '../../draft.js';
import type { Exclusion } from './exclusion.js';

const proposer =
  /(?:您|你们?|代表|委员|提案|建议)(?:们|人|者|中)?(?:在.{0,30})?(?:还|又|也|同时)?(?:提出|建议(?!\d{1,5}件|[、，。提议和与及》”的案办工答落])|指出|提到|引用|反映(?!的?后继|的情况)|认为|关注|所提)|^(?:您|你们?|代表|委员)们?针对|(?<![根依])据(?:您|你们?|代表|委员)们?的?(?:建议|反映|提案|议案|所说|介绍)|(?<!(?:按照?|根据|依据|结合|对照|针对|落实|回应|满足)[^，。；]{0,8})(?:您|你们|代表|委员|议案|提案)(?:们|人|者|中)?[^，。；：“]{0,14}?(?:要求|希望|主张|呼吁|说|谈到|写到|列举|举出)(?=[了把将在对由每“县市区省镇乡政邻提增安我补])|领衔提出/gu;

/** Without one of these the proposer is not spoken of: told at a fraction of the cost. */
const mayBeProposer = /[您你]|代表|委员|提案|建议/u;

const officeSpeaks =
  /[，；](?:经(?:我[局委市县区])?(?:认真|多次)?(?:研究|核实|协商|沟通|了解)|目前|现已|现[\u4e00-\u9fff（）\d]{2,20}已|我[局委厅办市县区镇](?!提)|该(?:建议|提案|项目)已)/u;

/**
 * Whether the sentence up to a place tells what the proposer asked for. 建议中提到的路段，我局已…: as an attribute the asking ends
 * with its clause, and what follows is the office's own.
 */
export function saidByProposer(text: string, from: number, at: number): boolean {
  const head = text.slice(from, at);
  if (!mayBeProposer.test(head)) return false;
  if (/(?:现答复|答复如下|办理情况)/.test(head)) return false;
  for (const match of head.matchAll(proposer)) {
    const rest = head.slice(match.index + match[0].length);
    // 代表建议修建…，经研究，已列入…: here the office begins to speak.
    if (officeSpeaks.test(rest)) continue;
    // 您提到的桥头路口将于年内安装…: the place that was named, and what the office will do there.
    if (
      /^的(?:(?!建议|问题|意见|希望|要求)[^，。；“]){2,24}(?:将于|已于|将在|我[局委厅办]|已经?[列纳完建安开])/u.test(
        rest,
      )
    )
      continue;
    if (!/^的(?!是)/u.test(rest) && !/^(?:了)?(?:宝贵|很好|良好|好|中肯)/u.test(rest)) return true;
    const end = /[，；](?![^“”]*”)/u.exec(rest);
    if (!end || /^[，；](?:提出|建议|希望|要求|即)/u.test(rest.slice(end.index))) return true;
  }
  return false;
}

/** How many sentences back a paragraph's opening is looked for. */
const paragraphReach = 8;
const opensAsking =
  /^[^，。]{0,12}(?:您|你们?|代表|委员|建议|提案|议案)[^，。：]{0,12}(?:反映|提出|提到|指出|建议|希望|要求|认为)[^，。：]{0,6}：/u;
const answers = /^(?:[一二三四五六七八九]、)?(?:对此|为此|针对|经|收到|接到|我[局委厅办]|下一步)/u;

/** 您在建议中反映：…。…。: a paragraph that opens with what the proposer says goes on with it until the office begins to speak. */
function saidInParagraph(text: string, view: SentenceView): boolean {
  let first = view;
  for (let i = 0; first.previous && i < paragraphReach; i++) {
    if (answers.test(text.slice(first.start, first.start + 8))) return false;
    first = first.previous;
  }
  return (
    first !== view &&
    opensAsking.test(text.slice(first.start, first.start + 40)) &&
    !/(?:现答复|答复如下|办理情况)/.test(text.slice(first.start, first.end))
  );
}

/** 二、关于建议中反映的问题 / 建议对…: under such a heading, a sentence that asks is the proposer's. */
function asksUnderHeading(text: string, view: SentenceView, { blocks }: Outline): boolean {
  if (!/^(?:建议|希望|恳请|请求|要求|望)/u.test(text.slice(view.start, view.start + 2))) return false;
  return [...view.block.path, view.block.index].some((index) => {
    const heading = blocks[index];
    return (
      heading !== undefined &&
      /(?:建议|提案|议案)中?(?:所)?(?:反映|提出|提到|提及)的?(?:问题|情况|内容|事项)/u.test(
        text.slice(heading.start, heading.headingEnd),
      )
    );
  });
}

/** 建议相关部门给予解决…, 恳请县政府安排…: a sentence that asks somebody to. 要求各单位…, 请各镇…: an office's own order. */
const asks =
  /^(?:为此|因此|同时|故|另外|并)?[，]?(?:建议|恳请|希望|请求)(?:由|相关|有关|各级|上级|主管|[省市县区州]|人民|政府|国家|财政|职能|交通|水利|水务|住建|教育|卫生|民政|农业|城管|公安|乡|镇|街道)+[^，。]{0,20}(?:给予|予以|帮助|解决|支持|加大|安排|尽快|协调|拨付|投入|列入|纳入|增加|出资)/u;
/** 请省政府给予资金支持: those above the writer are asked, not ordered. */
const asksAbove =
  /^(?:为此|因此|同时|故|另外|并)?[，]?(?:请|望|要求)(?:上级|国家|中央|自治区|省)[^。]{0,24}(?:给予|予以|支持|资金|经费|补助|倾斜|拨付)/u;
/** 关于建议省政府每年给予…的支持: what is answered, as a heading of its own or run into the answer. */
const about = /^[^，。]{0,4}关于(?:建议|请求|希望|恳请|要求)[\u4e00-\u9fff]{2,}/u;

function asksInReply({ sections, text }: ExtractionContext, view: SentenceView, at: number): boolean {
  const opening = text.slice(view.start, Math.min(view.end, view.start + 60));
  // What an office asks for among its next steps is its own.
  const nextSteps = sections[view.block.index]?.stanceRule === 'section:next';
  if (!nextSteps && (asks.test(opening) || asksAbove.test(opening))) return true;
  const first = view.clauses[0];
  // Where heading and answer ran together, the answer begins with its year or its office.
  const head = first && at < first.end ? text.slice(view.start, at) : '';
  return about.test(head) && !/的(?:支持|问题|建议|请求|意见|事宜|帮助)/u.test(head);
}

/** 至于进一步提高到50%，…需审慎研究: the clause names what was asked. */
const asFor = /^(?:至于|关于)[^，；]*$/u;
/** 建议每台提高到25万元，我们核算后认为难以承受: what was asked, and then the office speaks. */
const asksThis = /^(?:建议|要求|希望|提出)[^，；：]*$/u;
const weighs =
  /^(?:但|而)?(?:我们|我[局委厅办县市区镇]|经|财政)[^，。；]{0,16}(?:测算|核算|研究|认为|论证|商议|算过|表示)/u;
/** 一步到位降至30人的条件目前尚不成熟, 三年新增5万个难以达到: what will not be. */
const willNotBe =
  /(?:条件|时机)?(?:目前|暂时?|尚|还|仍|均|也|都)*(?:不成熟|不具备|未成熟|难以(?:达到|实现|承受|安排|满足|落实|实施)|不可行|不现实|暂不(?:实施|考虑|安排|采纳|宜))[^，。；]{0,6}$/u;
const raisedTo = /(?:[升降增提减][至到为高加]|新增|新建|建设|增加|扩大|安排|达到)[^，；]{0,10}$/u;

function isPutAside(text: string, view: SentenceView, at: number): boolean {
  const i = view.clauses.findIndex(({ start, end }) => at >= start && at < end);
  const clause = view.clauses[i];
  if (!clause) return false;
  const head = text.slice(clause.start, at);
  if (
    asFor.test(head) &&
    (/^至于/u.test(head) || /的(?:建议|诉求|提议|意见|要求|请求)[”"]?$/u.test(text.slice(at, clause.end)))
  )
    return true;
  const next = view.clauses[i + 1];
  if (i === 0 && next && asksThis.test(head) && weighs.test(text.slice(next.start, next.end))) return true;
  return raisedTo.test(head) && willNotBe.test(text.slice(at, clause.end));
}

/** 提案人：…内容：…承办单位：…: a form's field that says what was asked, in one line with the others. */
const formReach = 1200;
function inFormOfProposal(text: string, { block }: SentenceView, at: number): boolean {
  if (block.start > formReach) return false;
  const head = text.slice(block.start, Math.min(at, block.start + formReach));
  return (
    /(?:提案人|建议人|领衔代表|提出人|代表姓名|委员姓名)\s*：[^。]{0,60}(?:内容|案由|建议)\s*：/u.test(
      head,
    ) && !/(?:承办单位|主办单位|办复情况|办理情况|答复内容)\s*：/u.test(head)
  );
}

/** 2024年度人大建议办理情况: how many were handled, and how, is what such a report reports. */
const tellsOfHandling = ({ meta }: Outline): boolean =>
  meta.kind !== 'reply' &&
  meta.title !== null &&
  /(?:建议|提案|议案)[^，。]{0,8}(?:办理|办复|答复|督办)|(?:办理|督办)[^，。]{0,12}(?:建议|提案|议案)/.test(
    meta.title,
  );

/** Figures that somebody else spoke: the proposer, another place, a law, an estimate. */
export const voiceExclusions: readonly Exclusion[] = [
  {
    // 感谢你们走访23个村; 提出11条审议意见; 关于…翻一番的建议: what was asked and how, no promise.
    rule: 'about-the-proposal',
    holds: (t, q, v, { outline }) =>
      !tellsOfHandling(outline) &&
      (/^(?:感谢|衷心感谢|非常感谢)[^，]*$/.test(t.slice(v.start, q.start)) ||
        /^(?:审议)?(?:意见|建议)(?!书|提案|办|答)/.test(t.slice(q.end, q.end + 6)) ||
        (/关于[^，。]*$/.test(t.slice(v.start, q.start)) &&
          /^[^，。]{0,30}的?(?:建议|提案|问题)[”"]?$/.test(t.slice(q.end, v.end)))),
  },
  {
    // 3次到镇里现场调研: how the answer was come by.
    rule: 'about-the-proposal',
    holds: (t, q, v) =>
      q.unit === '次' &&
      /^(?:到|赴|前往|深入|与|和|同)[^，]*(?:调研|走访|沟通|对接|协商|考察|查看|面商)/u.test(
        t.slice(q.end, Math.min(v.end, q.end + 30)),
      ),
  },
  {
    rule: 'vote',
    holds: (t, q, v) =>
      /表决|业主|同意/.test(t.slice(q.end, Math.min(v.end, q.end + 30))) &&
      /^(?:%)$/.test(q.unit) &&
      /(?:占比|人数|面积)/.test(t.slice(v.start, q.start)),
  },
  {
    rule: 'estimate',
    holds: (t, q, v) =>
      /(?<!初步)(?:测算(?!比例|标准|办法)|估算)[^，。；]*(?:，(?!(?:(?:19|20)\d{2}|今|明)年)[^，。；]*)?$/.test(
        t.slice(v.start, q.start),
      ) && !/共需/u.test(t.slice(Math.max(v.start, q.start - 8), q.start)),
  },
  {
    // 按照《…条例》规定，藏品不少于300件: the law's figure, nobody's promise here.
    rule: 'law-quoted',
    holds: (t, q, v) =>
      /^(?:按照?|根据|依据|依照)[^。]{0,20}《[^》]*(?:条例|法|办法|规定|规范|标准)》[^。]{0,16}(?:有关)?规定[^。]*$/.test(
        t.slice(v.start, q.start).replace(/^[^：]{0,20}[。：]/, ''),
      ),
  },
  {
    rule: 'own-words-of-proposer',
    holds: (t, q, v, context) =>
      !(tellsOfHandling(context.outline) && /^(?:件|条|%)$/.test(q.unit)) &&
      (saidByProposer(t, v.start, q.start) ||
        (context.outline.meta.kind === 'reply' &&
          (saidInParagraph(t, v) ||
            asksUnderHeading(t, v, context.outline) ||
            asksInReply(context, v, q.start) ||
            isPutAside(t, v, q.start) ||
            inFormOfProposal(t, v, q.start)))),
  },
  {
    rule: 'example-of-others',
    holds: (t, q, v) =>
      /(?:(?:其他|其它|别的|有的|有些|个别|部分|兄弟|先进|邻近|周边)(?:地区|地方|城市|省市|市县|县市|省份)(?=有|已|采取|实行|推行|的(?:做法|经验|实践))|(?<![与和同跟毗相])邻[区省镇乡村](?!里)|借鉴|学习(?:借鉴|考察|[^，]{2,4}[市县区省]“)|参照|例如|比如|发达国家|外省|外地(?!选手|游客|客商|车辆|人员|投资|企业|学生|运动员)|邻[市县]|该[市县区](?!要|将|须)|兄弟(?:省|市|县)|国际上|先进地区|上游[^，]{2,3}市|周边[市县])/.test(
        // 对比邻市，我市仍然偏高，这与全市保有量…有关: the own place's again.
        t
          .slice(v.start, q.start)
          .replace(/^.*，(?:但|而|与此同时)?[我本][省市县区镇](?=[^，]{2,}，(?:这|其|该|全|我))/u, ''),
      ),
  },
];
