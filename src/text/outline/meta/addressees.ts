import type { Block } from '../block.js';
import { isFurniture } from '../furniture.js';

/** 各区、县（市）人民政府 and 各委、办、局 stay one (ruling 19); 市政府各部门、各直属单位 are two. */
function parted(list: string): string[] {
  const names: string[] = [];
  for (const part of list.split(/、(?![^（(]*[）)])/)) {
    const last = names.at(-1);
    const open =
      last !== undefined &&
      /^各.{1,6}$/.test(last) &&
      !/(?:部门|单位|机构|企业|政府|办事处|街道|公司|高校|学校)$/.test(last);
    if (open && !part.startsWith('各')) names[names.length - 1] = `${last}、${part}`;
    else names.push(part);
  }
  return names;
}

/** Fields of a form or a record sheet, no greeting. */
const label =
  /^(?:建议人|提案人|领衔|(?:主办|承办|协办|会办|协助|联系|责任|办理|答复|发文|发布)(?:单位|部门|人|机构)|单位负责人|负责人|领导|文\s*号|名称|归档|主题|索引|时间|日期|类别|编号|附件|抄送)[^，。]{0,8}[：:]$/;

/** 曾潘、李善勇各位人大代表： names them. */
const severalNamed =
  /^[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+[、，]?各位(?:人大|政协)?(?:代表|委员)[：:]$/;

/** How far down a greeting stands: under a page's navigation and a record sheet. */
const reach = 20;
/** What a page's button left before the greeting. */
const pageWords = /^【?(?:字体|字号)(?:大小)?[：:]\s*(?=[\u4e00-\u9fff]{2,4}(?:、|代表|委员|等))/;

/** 杨武斌等委员：你们在…: the greeting and what follows it on one line. */
const greeting = (line: string): string =>
  /^((?:尊敬的)?[\u4e00-\u9fff、，（）()·\d]{2,60}(?:代表|委员)(?:们)?[：:])[ \u3000]*(?:您|你|贵|《|首先|非常感谢|感谢|现|接|收)/.exec(
    line,
  )?.[1] ?? line;

/** Names at the head of a reply or notice: 尊敬的王辉等委员： gives 王辉; 各位代表： names nobody. */
export function findAddressees(words: readonly string[], blocks: readonly Block[]): string[] {
  for (let i = 0; i < Math.min(words.length, reach); i++) {
    const line = greeting((words[i] ?? '').trim().replace(pageWords, ''));
    if (blocks[i]?.level !== null && blocks[i]?.kind !== 'front') return [];
    const next = (words.slice(i + 1).find((each) => each.trim() !== '') ?? '').trim();
    // 高松代表, the colon left out: what follows speaks to them.
    const bareName =
      /^(?:尊敬的?)?[\u4e00-\u9fff、]{2,40}(?:代表|委员)$/.test(line) && /^(?:您|你|感谢|首先)/.test(next);
    if ((!/[：:]$/.test(line) && !bareName) || line.length > 90 || isFurniture(line)) continue;
    // 文件编号：某政办〔2021〕3号 统一编号：
    if (label.test(line) || /：./.test(line)) continue;
    if (/各位/.test(line) && !severalNamed.test(line)) return [];
    if (/(?:的|任务|目标|情况|次数|要求|内容|名称|如下)[：:]$/.test(line)) continue;
    if (/^(?:签发人|来源|联系|主题|各位|同志们|发布)|如下|[。“”]/.test(line)) {
      if (/^各位|^同志们/.test(line)) return [];
      continue;
    }
    const bare = line
      .replace(/[：:]$/, '')
      .replace(/^尊敬的?/, '')
      // The end of a title that lost its last word: …第38号提案的某某总支：
      .replace(/^关于[^，。]*第[\d、]+号(?:重点)?(?:提案|建议|议案)的(?=[\u4e00-\u9fff]{2})/, '');
    return bare
      .split(/[，,；;\s](?![^（(]*[）)])/)
      .flatMap(parted)
      .map((name) =>
        name
          .replace(
            /(?:(?<=^[\u4e00-\u9fff]{2,3})[省市县区州旗镇乡](?=人大|政协))?[（(]?(?:等|各|诸)?(?:\d+|[一二两三四五六七八九十]+)?[名位人]?[）)]?(?:政协|人大)?(?:[委][员員]|代表)(?:们)?$/,
            '',
          )
          .replace(/(?<=[\u4e00-\u9fff]{2,4})[、，]?(?:各位|诸位)$/u, '')
          .replace(/等(?:\d+|[一二三四五六七八九十]+)[名位人]$/, '')
          .replace(/[您你]们?好[！!]?$/u, '')
          .replace(/(?<=[\u4e00-\u9fff]{2})(?:代表|委员|同志|等)$/, '')
          .replace(/^(?:人大|政协)?(?:代表|委员)(?=.{2})/, ''),
      )
      .filter((name) => name.length > 0);
  }
  return [];
}
