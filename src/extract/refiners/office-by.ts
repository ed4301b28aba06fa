import { officeEnd } from './office-subject.js';

const named = '[\\u4e00-\\u9fff、和与及（）]{2,40}?';
export const inlineWithSupport = new RegExp(
  `由(${named})(?:牵头|负责|主办)(?:负责)?[，、；](?:会同)?(${named})(?:配合|参与|协助|协同|协办)`,
  'u',
);
export const inlineLead = new RegExp(
  `由(${named})(?:负责|牵头|承担|组织实施|具体实施|实施(?=[，。；]|$)|会同|统筹|挂牌督办|督办)`,
  'u',
);
/** 计划由某公司注资1000万元: who does it, said of this clause alone. */
export const inlineAct = new RegExp(
  `由(${named})(?:注资|出资|承建|代建|负担|兑付|统一(?:招标|采购|配送|组织|建设)|(?<=财政)(?:给|补|拨|列支|安排|按))`,
  'u',
);
/** 由市环境分局制定办法, 2026年底前由县政府组织总验收: by whom the clause's own thing is done. */
export const inlineDone = new RegExp(
  `由([\\u4e00-\\u9fff、和与及（）]{0,24}?${officeEnd})(?=制定|组织|编制|出台|印发|办理|开展|建设|提供|解决|补助|承办|委托|实施|采购|配备|筹集|安排)`,
  'u',
);
/** 市教育局牵头，市公安局、市统计局配合，9月底前建成平台: all of them. */
export const leadsWith =
  /^(?:其?[一二三四五]是?[，、]?)?([市省县区州我全][\u4e00-\u9fff]{1,14})(?:牵头|负责)，(?:会同)?([\u4e00-\u9fff、和与及（）]{2,60}?)(?:等?[两二三四五六七八九十\d]{1,2}[家个](?:部门|单位)?)?(?:配合|协同|协助|参与|并联办理|联动)(?=，)/u;
/** （4）会同省工信厅推进…: whom the office that writes does it with. */
export const withWhom = new RegExp(
  `^(?:[（(]\\d{1,2}[）)]|\\d{1,2}[.．、]|[一二三四五六七八九]是)?(?:并|还|将|积极|主动|我[局委厅办])*(?:会同|联合(?![会社体执整]))(${named})(?=对|在(?=[\\u4e00-\\u9fff])|开展|组织|实施|投入|建设|建立|制定|制作|印发|出台|完成|向|为|按|举办|推进|推动|召开|拍摄|编制|设立|培训|，|$)`,
  'u',
);
/** 该项目由县供销社负责。: said of what the sentence before tells. */
export const sentenceOfCharge = new RegExp(
  `^(?:该|此|上述|以上|这)(?:项|些|个)?(?:项目|工程|工作|任务|事项)由(${named})(?:具体|牵头|统一)?(?:负责|牵头|承担|实施|承办)[^，；]{0,6}$`,
  'u',
);
/** 由镇政府负责用地，县局负责建设，预计年底启动: each does a part. */
export const eachPart = new RegExp(`^(?:[^，]{0,10}由)?(${named})负责(?!人)`, 'u');
export const asLead = new RegExp(
  `以(${named})为牵头(?:单位|部门|医院)?(?:，(${named})为(?:协作|配合|成员)(?:单位|部门)?)?`,
  'u',
);
/** 由各街道牵头完成摸底，…改造管网27公里: who readied it; what came of it is another's. */
export const readies =
  /(?:牵头|负责|会同|统筹)[^，]{2,}(?:摸底|调查|排查|论证|勘[察测]|审查|评审|调研|核查|统计)(?:工作)?$/u;
/** 2018年起，我局联合区教育局对…进行改造: whom the office that writes did it with. */
export const together = new RegExp(
  `^(?:[从自]?\\d{4}年(?:\\d{1,2}月)?(?:起|以来|来)?，?|近年来，?|今年以来，?|同时，?)?我[局委厅办院部](?:积极|主动|还|已|也|先后|专门)*(?:联合|会同|协同)(${named})(?=对|在|开展|组织|实施|投入|建设|建立|制定|印发|完成|向|为|按|举办|推进|召开|，)`,
  'u',
);
