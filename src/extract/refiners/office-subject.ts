import type { Clause } from '../../text/sentence/sentences.js';

/** What the name of an office that does something ends with. */
export const officeEnd =
  '(?:人民政府|[市县区省州旗镇乡]政府|委员会|办公室|卫健委|卫体局|发改委|国资委|教体局|管委会|管理局|监督局|中心|集团|公司|总队|支队|指挥部|工信厅|[\\u4e00-\\u9fff]{2,6}[局委厅]|编办|残联|妇联|团市委|总工会|镇政府|街道办|交警|(?:[市县区省州]|中央)财政|[\\u4e00-\\u9fff]{1,6}办|督查室|[市县区省州]委(?![员会托])|(?<![全干内支本合中西东南北])部(?![门分署])|中国(?:电信|移动|联通|铁塔|广电|邮政)|文化馆|图书馆|人民医院|中医医院|各[县市区镇乡街道旗州开发园（）、]{1,10}|各(?:受益|相关|有关)?(?:村(?![民里])|派出所)|[供排]水总站|供销社|公安机关|城管(?=[、和])|(?:自然资源|住建|城管|交警|公安|市场监管|商务|教育|财政|卫健|卫生健康|农业农村|民政|人社|水利|应急管理?|消防|税务|生态环境|交通(?:运输)?|文旅|林业)部门)';
const actVerb =
  '(?:\\d{4}年|自\\d{4}年|承诺|务必|必须|倒排|抽调|还将|还要|还会|派员|每天|每[月周日]|计提|跨|统计[，]|引进|颁布|下发|下达|今年|每年|每学期|分别|组建|联合|将|要|已|负责|牵头|会同|联合|计划|拟|应|须|组织|开展|按照|按|根据|出台|印发|制定|投入|履行|经过|委托|形成|附近|于(?=\\d|今年|去年|本月)|把|在|从|依托|坚持|积极|全力|持续|争取|力争|确保|年内|每年|抓紧|(?<!委|委员)会|\\d{1,2}月|对|向|安排|拿出|支持(?!率)|推进|充分|合理|利用|加强|加大|提供|采取|统筹|协调|督促|指导|鼓励|优化|强化|深化|聚焦|结合|认真|严格|及时|主动|大力|进一步|继续|着力|全面|扎实|深入|多次|抓好|做好|用好|落实(?!到)|专门|研究决定|决定|高度重视|十分重视|始终|一直|历来|批示|实施(?=[^，]{0,24}\\d)|(?:建设|改造|实施|投资|配备|购置|改建|铺设|种植)(?=了?约?\\d)|建成|新建|改造|先后|增设|选派|下达|拨付|筹措|切实|通过|共|累计|完成|建立|成立|新增|启动|推动|高度|为(?=保障|解决|加强|进一步|推进|满足|确保|提升|方便|缓解|提高))';
/** What offices do, as a verb that follows their name at once. */
const deeds =
  '(?:创新|编制|拍摄|举办|承办|主办|设立|设置|采购|购买|购置|出资|捐赠|发放|补助|补贴|奖励|资助|减免|培训|培养|招聘|招录|派出|抽调|检查|排查|巡查|查处|整治|整改|清理|清淤|疏浚|拆除|修建|修复|修缮|维修|铺设|安装|更换|更新|改建|扩建|翻新|栽植|治理|处置|受理|审批|核查|核发|签订|签约|对接|走访|慰问|调研|召开|研究|谋划|论证|申报|申请|协商|推广|推出|开发|开通|开放|开设|上线|搭建|打造|构建|创建|创办|试点|试行|推行|实行|兑现|确定|明确|划拨|划定|调整|调配|整合|增加|增派|增配|扩大|提升|提高|监测|评估|考核|验收|督查|督办|约谈|破获|抓获|征集|征求|采纳|动员|引导|帮扶|扶持|承担|承接|救助|演出|放映|通报)(?!中心|站|所|室|科|股|队|制度|标准|办法|方案|意见|通知|文件|资金|经费|数据|结果|情况|显示)';
export const doing = new RegExp(`^${deeds}`, 'u');
/** What stands before an office in one clause, at most so many: 今年以来，由…. */
const mostOpeners = 6;
/** One office of a list: the first end that a separator or a verb follows is taken for good, so that a long list costs no more than its length. */
const oneOffice = (name: string, inner: string): string =>
  `(?=(?<${name}>${inner}?${officeEnd})(?:[、和与及]|${actVerb}|${deeds}|${inSomeWay}))\\k<${name}>`;
/** 县教育局系统性思维推进…: how it is done stands between the office and its verb. */
const inSomeWay =
  '(?!的|所|机关|党[组委]|长|领导|班子|干部|工作|直属|下属|管理|属|等|系统内)[\\u4e00-\\u9fff]{2,8}?(?:推进|推动|开展|实施|完成|构建|建立|制定|举办|落实)';
const subjectReach = 60;
const subject = new RegExp(
  `^(?:[，、：]|[一二三四五六七八九]是|[从自]?\\d{4}年(?:[-—–~至]+\\d{4}年)?(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:底|前|起|以来)?|\\d{1,2}月(?:份|\\d{1,2}日)?|同意|批准|多年来|一直以来|[一二三两四五六七八九十近]{1,2}年(?:间|来)|[而但请](?=[市省县区镇])|今年以来|其中|今年|去年|同时|目前|由|截至(?:(?!截至)[^，])*|年初|近年来|此外){0,${mostOpeners}}(${oneOffice('first', '(?:[市省县区州我全各]|[\\u4e00-\\u9fff]{2,4}[市省县区州])?[\\u4e00-\\u9fff]{0,12}')}(?:[、和与及]${oneOffice('next', '[\\u4e00-\\u9fff]{0,14}')})*)(?=${actVerb}|${deeds}|${inSomeWay})`,
  'u',
);
/** What each clause begins with, found once: every item behind it in the sentence asks again. */
const subjects = new WeakMap<Clause, RegExpExecArray | null>();
export function subjectIn(text: string, clause: Clause): RegExpExecArray | null {
  let found = subjects.get(clause);
  if (found === undefined) {
    found = subject.exec(text.slice(clause.start, Math.min(clause.end, clause.start + subjectReach)));
    subjects.set(clause, found);
  }
  return found;
}

/** 市住建局负责推动…: the clause names its own office. */
export const ownSubject = new RegExp(`^[\\u4e00-\\u9fff]{0,12}?${officeEnd}(?:负责|牵头|承担)`, 'u');
/** 健身中心7月底建成: what is built, no office. */
export const built =
  /^[\d年月日底前初末上中下旬]*(?:将|预计|计划|可|已|全面|基本|正式)*(?:建成|竣工|投用|完工|交付|封顶|开工|投入使用|启用|开放)/u;

/** Words that an office's name does not hold: what was taken is more than the subject. */
export const noSubject =
  /^在|^关于|^对于|^同意|建议|^根据|^推动|^促[成使进]|^会同|^联合(?!会|社)|^配合|^帮助|^支持|^指导|^组织(?!部)|^向|^对接|^依[据照]|^邀请|^委托|^据|^按|^经(?![济营开信贸])|^报(?![社业])|^完成|^占|^建议|^提请|^报请|^督促|^协调|^要求|^商请|通过|[以将由把被]|形成|推进|加强|聚焦|围绕|依托|按照|逐步|下一步|充分|发挥|^再|^新|[布格全大结开战变僵]局$|[举承主协督开兴创]办$|我[局委市县区省厅]/u;

/** An office that cares, and the place whose figures are told then. */
export const attitude =
  /^(?:一直(?:以来)?|始终|历来|都|也|对[^，]{2,20})*(?:非常|十分|高度|极为)?重视|^(?:一直(?:以来)?|始终|历来)/u;
export const ofPlace =
  /^(?:截[至止][^，]{0,8}|目前|至今|现|到目前为止|今年以来)?[，]?(?:全|我)[市县区省州旗镇乡](?:共|已|现|累计|总|目前|各级|范围)/u;

/** A clause whose subject is a party of its own. */
export const otherSubject =
  /^全[市县区省](?:预算|共需|需)|^[市县区省、]{1,4}财政(?:各|分别)?(?:负担|承担)|^[\u4e00-\u9fff]{0,6}(?:投资方|建设方|施工方|开发商|业主方|承建方|运营方|中标单位|施工单位|设计单位|建设单位)(?:已|正|将|现|拟|按|计划)|^[^，]{0,10}(?:该|此|本)(?:项目|工程)(?:可|将|预计|计划|于)|^[，、]?(?:同时|并且|此外)?我[局委厅办院区市县省镇校](?:还|也|又|已|将|正|另|再|为|积极|先后)|^(?:该|此|本)[\u4e00-\u9fff]{1,6}(?:全长|总长|总投资|占地|建筑面积|位于|起点)/u;

/** 县政府确定的12件: which ones; whose they are is not said. */
export const whose =
  /^(?:今年|去年|已|年初)*(?:确定|安排|下达|制定|印发|出台|发布|核定|批准|认定|承担|管理|建设|提出|公布|实施|投资)[^，；\d]{0,4}的/u;
/** 县财政安排经费680万元: where the money comes from; nobody answers for what it does. 每年安排 sets it a duty. */
export const sourceOfMoney =
  /^(?:已|共|今年|先后|累计|分别|还|另|先行)*(?:安排|承担|按照?|拨款|拨付|投入|列支)/u;

/** What is no office by its ending, and acts like one. */
export const plainName = /^(?:城管|交警|公安机关|各[\u4e00-\u9fff]{0,4}(?:村|派出所))$/u;
/** A branch of government, its money, its smallest bodies. */
export const branch = /(?:部门|财政|城管|派出所|村)$/u;

/** Kinds of bodies, nobody in particular. */
export const generic =
  /^[该此本](?!溪)|^(?:公司|集团|医院|学校|中心)$|^(?:县级|市级|区级|省级|各级|三级|二级|基层|上级|有关|相关|本级|乡镇(?!政府)|公立|业主|村委|居委|企业|单位|部门|机构|社会|龙头|专业|第三方|政府$|财政$|我[局委办厅区市县省部会院处])/u;
