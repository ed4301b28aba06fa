import type { Paragraph } from '../normalize/normalize.js';
import type { BlockKind, ClassifiedBlock } from './block-kind.js';
import { isFurniture, recordedTitle } from './furniture.js';
import { headingMarker } from './heading-marker.js';
import { looksLikeOffice, splitOffices } from './office.js';
import { certainOffice } from './responsibility.js';

const formTitle =
  /(?:办理单|征询意见表|征求意见表|意见反馈表|反馈表|办理情况表|登记表|评议表|测评表|满意度)(?:（.{0,12}）)?$/;
const contact = /^[（(]?(?:联系人|联系电话|联系单位|联系方式|抄送|主题词|此件|公开属性|信息公开)/;
/** A paragraph of nothing but units: 责任单位：…, 主办单位：…, or a bracket with them. */
const tagOnly =
  /^[（(【[]?(?:主要|具体|直接|第一|[省市县区]级|市县|相关|有关|其他|其它)?(?:责任|牵头|主办|承办|配合|协办|会办|参与|实施|落实|共同责任)(?:责任)?(?:单位|部门|主体|[处科股]室|领导单位)?(?:[及和]?(?:责任|牵头|主办|承办|配合|协办|会办|参与|实施)(?:单位|部门|主体)?)?(?:(?<=单位|部门|主体)(?:[及和与、]?(?:第一|主要|直接)?责任(?:人|领导)|（[人及责任领导]{1,5}）))?[：:]/;
/** 完成时限：6月底前, a line of its own: when, said of what stands above it. */
const whenOnly =
  /^[（(【[]?(?:(?:完成|办结|整改|计划完成|拟完成)(?:时限|时间|期限|时间节点)|时限|期限)(?:要求)?[：:].{2,30}$/;
/** 由市教育局、市财政局负责落实。 alone. */
const byOnly = /^由[^。；：]{2,120}(?:负责落实|负责实施|负责办理|牵头负责|牵头落实|组织实施|负责|落实)。?$/;
const dateOnly =
  /^[\u4e00-\u9fff（）()、“”A-Za-z]{0,40}?(?:\d{4}|[二〇零一三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/;

/** 建议内容（摘要）：…: what was asked, in a sheet that tells question and answer. */
const asked =
  /^(?:建议|提案|议案)(?:的)?(?:内容|摘要|原文|理由)(?:（[^）]{1,6}）)?：|^案由(?:及建议)?：|^问题及建议：|^(?:整改任务|反馈问题|问题描述|存在(?:的)?(?:主要)?问题)[\d一二三四五六七八九十]{0,3}：./;

/** 内容： on a line of its own; 二、问题2 above a paragraph that 答复：… follows. */
const askedBelow = /^(?:建议|提案)?内容：$/;
const askedAbove = /^.{0,6}(?:问题|建议|意见)[\d一二三四五六七八九十]{0,3}[：。]?$/;
const answered = /^(?:答复|回复|办理)(?:意见|情况)?：/;

/** 2024年工作回顾 under a report's title: its first part. */
const looksBack = /^(?:过去[一五]年|(?:19|20)\d{2}年)(?:的)?(?:政府)?(?:主要)?工作(?:的)?(?:回顾|总结)$/;

const bareHeading = /^(?:附件|附表|专栏)\d*$/;

/** A measured value: front matter holds years and numbers, no figures. */
const figure =
  /\d(?:%|‰|[万亿]|个|家|名|所|人|张|座|处|条|公里|千米|平方|元|项|辆|台|套|户|亩|吨|件|倍|块|公顷|米|次|场|支|批|宗|盏|株|只|栋|幢|间)/;
/** A dated deed is content too. */
const datedDeed =
  /(?:20\d\d年|年底|月底|年内)[^。]{0,20}(?:完成|建成|开工|投用|启动|竣工|通车|创建|建立|出台)(?!情况|的)|^今年[，我将]/;
const longTitle = /^.{1,160}(?:通知|报告|方案|计划|规划|答复|复函|意见|办法)(?:（[^）]{2,24}）)?$/;

/** A day, or a figure behind the marker. */
const figureOrDay = /[^\d.、（）()]\D*\d|年底|月底|季度|年内/;

/** How many lines below the name of an enclosed form a letter is signed. */
const enclosedAbove = 4;

/** How many paragraphs at the top may be front matter. */
const frontReach = 14;

function headingEndOf(text: string, block: Paragraph, markerLength: number): number {
  const body = text.slice(block.start, block.end);
  const stop = body.slice(markerLength).search(/[。：]/);
  // 3.健身中心7月底建成，届时开放； is a point of a list.
  if (stop < 0 && /；$/.test(body) && figureOrDay.test(body)) return block.start;
  if (stop < 0) return body.length <= 80 || !/[，；]/.test(body) ? block.end : block.start;
  const words = stop + markerLength;
  if (words > 50) return block.start;
  // （一）年底前完成12处治理。 is content with a marker, no heading.
  const lead = body.slice(markerLength, words);
  if (/\d[^、.．）)]|年底|月底|季度|年内|今年|明年/.test(lead.replace(/[“"《][^”"》]*[”"》]/g, '')))
    return block.start;
  // 3.开工建设市一中新校区。 is a deed.
  if (markerLength > 0 && /^\d/.test(body) && /^(?:开工建设|新开工|建成|竣工|解决)/.test(lead))
    return block.start;
  return words + 1 >= body.length && words > 30 ? block.start : block.start + words + 1;
}

/**
 * Gives each paragraph its part: what stands before the first heading or long paragraph is front matter,
 * short paragraphs with a marker are headings, a form's title starts the form.
 */
export function classify(text: string, paragraphs: readonly Paragraph[]): ClassifiedBlock[] {
  let inFront = true;
  let inForm = false;
  // 附：办理情况征询意见表 above the signature names what is enclosed; the form itself stands behind it.
  const signedBelow = (at: number): boolean =>
    paragraphs
      .slice(at + 1, at + 1 + enclosedAbove)
      .some(({ start, end }) => end - start <= 60 && dateOnly.test(text.slice(start, end)));
  let last: BlockKind | null = null;
  return paragraphs.map((paragraph, i) => {
    const block = classified(paragraph, i);
    last = block.kind;
    return block;
  });

  function classified(paragraph: Paragraph, i: number): ClassifiedBlock {
    const body = text.slice(paragraph.start, paragraph.end);
    const marker = headingMarker(body);
    const plain = (kind: BlockKind): ClassifiedBlock => ({
      ...paragraph,
      kind,
      level: null,
      headingEnd: paragraph.start,
    });
    if (
      !inForm &&
      i > paragraphs.length * 0.4 &&
      body.length <= 40 &&
      formTitle.test(body) &&
      !(/^附(?:件)?\d?：/.test(body) && signedBelow(i))
    )
      inForm = true;
    if (inForm) return plain('form');
    if ((i < frontReach || i > paragraphs.length - 6) && (isFurniture(body) || recordedTitle(body) !== null))
      return plain('front');
    if (paragraph.cells.length > 1) {
      inFront = false;
      return plain('row');
    }
    const at = (index: number): string => {
      const other = paragraphs[index];
      return other ? text.slice(other.start, Math.min(other.end, other.start + 24)) : '';
    };
    if (
      asked.test(body) ||
      askedBelow.test(at(i - 1)) ||
      (!marker && answered.test(at(i + 1)) && askedAbove.test(at(i - 1)))
    )
      return plain('form');
    if (tagOnly.test(body) || whenOnly.test(body) || byOnly.test(body)) return plain('tag');
    // 配合单位：县发改委 / 各乡镇（街道）、城管办: the list goes on in the next line.
    if (last === 'tag' && !marker && goesOnWithOffices(body)) return plain('tag');
    if (dateOnly.test(body)) return plain('signature');
    if (contact.test(body)) return plain('signature');
    if (marker) {
      if (marker.level <= 5 || !inFront) inFront = false;
      const headingEnd = headingEndOf(text, paragraph, marker.length);
      const isHeading = headingEnd === paragraph.end && !/[。；]$/.test(body);
      return { ...paragraph, kind: isHeading ? 'heading' : 'body', level: marker.level, headingEnd };
    }
    if (
      inFront &&
      i < frontReach &&
      !(i > 0 && looksBack.test(body)) &&
      !/。/.test(body) &&
      !/；$/.test(body) &&
      (!(figure.test(body) || (datedDeed.test(body) && !longTitle.test(body))) || /[：:]$/.test(body)) &&
      (body.length <= 60 || (i < 6 && longTitle.test(body)))
    )
      return plain('front');
    inFront = false;
    // An unmarked short line between paragraphs is a heading too: 2025年省十件民生实事, 附件.
    const short = body.length <= 40 && !/[。；，、：！？:]$/.test(body) && !/^[-—–]/.test(body);
    if (
      short &&
      (bareHeading.test(body) ||
        /(?:实事|任务|目标|安排|措施|要求|情况|计划|方案|清单|工程|专栏|附件|成效|打算|思路|重点工作|工作重点|回顾|总结)/.test(
          body,
        )) &&
      !/[，；]/.test(body) &&
      // 年度目标：全面完成: a field of a form, with what it says.
      !/^[^：]{2,10}：./.test(body)
    )
      return { ...paragraph, kind: 'heading', level: /^附件/.test(body) ? 0 : 1, headingEnd: paragraph.end };
    return plain('body');
  }
}

function goesOnWithOffices(body: string): boolean {
  if (body.length > 60 || /[。；：，\d]/.test(body) || !body.includes('、')) return false;
  const names = splitOffices(body);
  return (
    names.length >= 2 &&
    names.every(
      (name) =>
        (certainOffice.test(name) || /^各[\u4e00-\u9fff（）]{2,10}$/.test(name)) && looksLikeOffice(name),
    )
  );
}
