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
export const inlineAct = new RegExp(`由(${named})(?:注资|出资|承建|代建)`, 'u');
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
