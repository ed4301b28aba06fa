import { notDeliverable } from '../lexicon/verbs.js';

/** 开工率, 竣工验收制度, 项目落地服务机制: the verb names a step, and what is spoken of is how it is handled. */
const stepOf =
  /^(?:[\u4e00-\u9fff、]{0,6})(?:机制|制度|流程|程序|环节|模式|手续|条件|备案|标准|效率|进度|仪式|典礼|现场|资料|许可|周期|时限|考核|结果|得分|成绩|结论|不合格)(?:$|[，、；和])/u;
const step =
  /^(?:验收|落地|竣工|完工|投产|投用|启用|开工|交付|投入(?:正式)?(?:使用|运营|运行)|动工|开业|办结)$/u;
/** 对建成投产的项目给予奖补, 已开工但未完工的项目: which ones. */
const whichOnes =
  /^(?:并|但|且|和|或|、|投产|投用|投入使用|运营|使用|达效|达产|未|完工|竣工|验收|改造|建设|备案|整治)*的(?:[\u4e00-\u9fff]{0,6})(?:项目|企业|小区|单位|机构|园区|工程|设施|住宅|房屋|学校|医院|村|个人)(?:$|[，；]|[可应均按不给予纳享由进依优])/u;
/** 建成项目尽快投产: those that are built. */
const built = /^(?:项目|工程|设施|园区|企业)(?:加快|尽快|尽早|早日|全部|达产|投产|达效|提质|运营|管护)/u;

const modifies = (verb: string, after: string): boolean =>
  (step.test(verb) && stepOf.test(after)) || whichOnes.test(after) || built.test(after);

/** The first verb of a clause that names a deliverable, its place in the clean text. */
export function deliverable(
  text: string,
  start: number,
  end: number,
  verbs: RegExp,
): { start: number; end: number } | null {
  const body = text.slice(start, end);
  verbs.lastIndex = 0;
  for (let match = verbs.exec(body); match; match = verbs.exec(body)) {
    const at = match.index;
    const after = body.slice(at + match[0].length);
    if (notDeliverable.test(after) || modifies(match[0], after)) continue;
    // Inside a name: “启动”工程, 《…》.
    const head = body.slice(0, at);
    if (head.lastIndexOf('《') > head.lastIndexOf('》') || head.lastIndexOf('“') > head.lastIndexOf('”'))
      continue;
    if (/(?:未能?|不能?|无法|难以|没有)(?:按时限?|按期|如期|及时)?$|(?:待|自|从|经|为|以)$/.test(head))
      continue;
    // 结合公交场站的启用、…: a noun of what something goes by.
    if (/^(?:[，、])?(?:结合|随着|借助|依托|利用|根据|按照|通过|针对|鉴于|由于)[^，]*的$/u.test(head))
      continue;
    // 指导景区开展验收工作: work at it, not its passing.
    if (match[0] === '验收' && /(?:开展|做好|组织|指导|配合|迎接|申请|准备|推进)[^，]*$/u.test(head))
      continue;
    // Policies land by effort, projects by building.
    if (match[0] === '落地' && /(?:政策|措施|举措|任务|要求|部署|改革)[^，]{0,6}$/.test(head)) continue;
    return { start: start + at, end: start + at + match[0].length };
  }
  return null;
}
