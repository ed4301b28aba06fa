import { removing } from '../../text/pattern/prefilter.js';
import type { Draft, ExtractionContext } from '../draft.js';
import { stripLeading, stripTrailing, withoutDates } from './indicator-words.js';

/** After the number, these go on with the value (以上的基层机构) or only name it a goal. */
const afterNoise =
  /^(?:标准(?=配备|配置|建设|设置)(?:配备|配置|建设|设置)(?:包含.{1,16}在内的)?|及?以上的?|左右的?|以内的?|的|（含[^）]*）)+/u;

const withoutAfter = removing([
  afterNoise,
  /（[^）]{12,}）$/u,
  /[；，](?!其中).*$/u,
  /^并[^、]*$/u,
  /^\d[\d.,]*[万亿]?[\u4e00-\u9fff]{1,4}$/u,
  /由[\u4e00-\u9fff]{2,12}(?:负责|牵头|挂牌督办|督办|解决|承担|出资|支付|兜底|统筹).*$/u,
  // 1500元标准系…制定, 31个因此搁置, 10盏等明年再装: more that is told of it.
  /^标准(?:系|由)[^，]*$/u,
  /^(?:因此|因(?:为|涉及)?|等(?=[^，]*再)|集中[在于]|正在|允许|尚未|仍未)[^，]*$/u,
  // 5万元拨付, 1000元的标准予以激励: what is done with the sum.
  /^(?:以?内)?(?:的?标准)?(?:予以|给予)?(?:核定|拨付|安排|执行|收取|计算|计发|发放|激励|计提|补助|奖励)$/u,
  /^（.*$/u,
  // 1078个农贸市场、覆盖城乡的三级市场体系: what they make up.
  /、(?:覆盖|布局|功能|结构|特色|管理|运行|分布|辐射|遍布)[^，]*的[^，]*(?:体系|网络|格局)$/u,
  // 1231个公共充电桩（直流875桩、…: what the bracket opens is of its parts.
  /(?<=[\u4e00-\u9fff]{2})（[^）]*$/u,
  // 活动室77个并配有辅导员
  /^(?:并|且|同时)(?:配|设|已|全|均|投|建|对|实|按|完|通|在|于|由|将|达)[^，]*$/u,
  /(?:均|都)?已(?:经|全部|正式)*[列纳]入.*$/u,
  // 二期投资近2000万元已开始实施: how far it is.
  /^(?:目前|现|均|都|也)*已(?:经|全部|基本|正式|开始|全面|陆续|顺利|如期)*(?:完成|投入|实施|开工|动工|竣工|建成|投用|到位|下达|启动|拨付|发放|使用|运行|通过|并网|交付|落实|签约|兑现|进场)[\u4e00-\u9fff]{0,6}$/u,
  // 健身器材500件安装在广场和公园: where they are.
  /^(?:安装|分布|布设|投放|摆放|栽植|位于|分散|坐落)[在于].*$/u,
  /(?<=[\u4e00-\u9fff]{2})作为.*$/u,
  // 投入200万元在实验大楼安装了检测设备: where it was done.
  /^在[\u4e00-\u9fff]{2,30}?(?=(?:安装|建设|新建|购置|配备|改造|实施|设置|种植|修建|开展)了?[\u4e00-\u9fff]{3})/u,
  // 10项工作机制并督促各区落实: what goes on with it.
  /(?<=[\u4e00-\u9fff]{3})并(?=督促|指导|组织|安排|投入|完成|实施|要求|推动|协调|下发|印发|通过|取得|已|正在)[^，；]*$/u,
  // 8个以猕猴桃为主导产业的国家现代农业产业园
  /^(?:以前|之前|以后)?(?:建成|建设|投用)的(?=[\u4e00-\u9fff]{3})/u,
  /^以[^，]{1,20}为[^，的]{1,8}的(?=[\u4e00-\u9fff]{3})/u,
]);

/** The words after the value that may name it: without what goes on with the value, and without how far, where or by whom. */
export function wordsAfter(context: ExtractionContext, draft: Draft, valueEnd: number): string {
  const { text } = context;
  // 解决了5.6万人（其中脱贫人口980人）的饮水问题: behind the bracket.
  const behind = /^（[^）]{2,40}）的([^，。；]{2,20})/u.exec(text.slice(valueEnd, draft.clause.end))?.[1];
  return withoutAfter(behind ?? withoutDates(context, draft, { start: valueEnd, end: draft.segment.end }));
}

const withoutBefore = removing([
  // 产值反而比上年增, 亩产平均才: how it strikes the one who tells.
  /(?<=[\u4e00-\u9fff]{2})(?:反而|反倒|平均才|才|中有|中已|只有|竟)(?=(?:比|较|增|减|升|降|达)?[\u4e00-\u9fff]{0,2}$)/u,
  // 迁移费用按成本价收取、最高: how it is reckoned.
  /(?<=[\u4e00-\u9fff]{2})按[\u4e00-\u9fff]{2,6}(?:收取|计收|核定|计算)、?(?:最高|最低)?$/u,
  /^[，、]?环比(?:基本)?持平、/u,
  /^[，、；]?(?:由|从)(?:的|原来的?|最初的?)?\d[^，；]*$/u,
  /^[，、；]?(?:由|从)的?\d[^，；]*?(?:增加|提高|扩大|减少|下降|降低|增|升|降|发展)(?:到|至|为)$/u,
  // 定点垃圾桶布局在背街小巷共计112个: where they are.
  /(?<=[\u4e00-\u9fff]{3})(?:布局|分布|布设|设置|安装|摆放|投放|布置)[在于][^，]*?(?:共计?|合计|总计)?$/u,
  // 维修长3米×宽3米旧泵房: its sides.
  /(?:[长宽高深厚]\d[\d.]*(?:厘米|米|m)[×xX*、，]?)+(?=[\u4e00-\u9fff]{2,})/u,
  // 近三年累计投入: over how long.
  /^[，、；]?近[一二两三四五六七八九十\d]年来?(?:来)?[，]?/u,
  /(?<![，；])(?:由|从)[^，；]{0,20}\d[^，；]*$/u,
  /^.*[：]/u,
  /^[一二三四五六七八九十]是/u,
  // 五年计划总投资: how long it takes.
  /^[，、]*[两三四五]年(?:行动)?计划(?=总?投资|投入|完成|新建|改造|建设)/u,
  // 救助“三无”人员（低保户…）350户: who they are is told in passing.
  /（[^（）]{8,}）/gu,
  /^[，、]*[^，]{0,24}[动开]工建设了?(?=.{3})/u,
  /^[^，]{0,12}(?:获得|取得)批复(?:建设|实施|新建)?/u,
  // 连接线项目新改建四级公路: a part of it.
  /^[^，、]{6,}项目(?=(?:新改建|新建|改建|改造|铺设|完成(?!投资|年度|总|工程量))[\u4e00-\u9fff]{2,}|[\u4e00-\u9fff]{1,6}段[\u4e00-\u9fff]{4,})/u,
  /（[^）]*$/u,
  // 利用边角地新增公共泊位: by what means is not what.
  /^[，、]*(?:利用|依托|结合|通过)[^，]{2,20}?(?=新增|新建|建设|建成|打造|培育)/u,
]);

/** The words before the value that may name it: without who does it, where it began and by what means. */
export function wordsBefore(rawBefore: string, draft: Draft): string {
  return stripTrailing(stripLeading(withoutBefore(withoutSubject(rawBefore, draft))));
}

/** The words around a total claim. */
export function coverageWords(before: string, after: string): string {
  const head = stripTrailing(stripLeading(before));
  const tail = after
    .replace(/，?并.*$/u, '')
    .replace(/^(?:达到|实现)(?=.{6})/u, '')
    .replace(/(?:目标|要求|工作)$/u, '');
  const words = `${head === before && head.length < 2 ? '' : head}${tail}`;
  return words.length >= 2 ? words : `${before}${after}`;
}

/** 市住建局要在8月底完成…: who does it is said in `responsible`. */
function withoutSubject(words: string, draft: Draft): string {
  if (!draft.rules.responsible?.includes('responsible:subject')) return words;
  const rest = words.replace(/^[，、]/u, '');
  const name = draft.responsible.find((each) => rest.startsWith(each));
  return name === undefined ? words : rest.slice(name.length).replace(/^(?:要|将|应|须|需)?在?/u, '');
}
