/** 形成对外供应鸡苗5000万羽的能力: what can be done stands before the value. */
const able = /^的?(?:[\u4e00-\u9fff]{0,4})(?:能力|规模|产能|水平|格局|容量)$/u;
const makes = /^.*(?:形成|具备|达到|达成|拥有|实现|具有)了?/u;
/** 第三期计划新建、改扩建118所幼儿园: which part of a programme builds them. */
const stage =
  /^[，；]?(?:其中[，：]?)?(第[一二三四五]期[\u4e00-\u9fff]{0,14}?|第[一二三四五]批|[一二三四]期(?:工程|项目)?|[\u4e00-\u9fff]{2,6}阶段)(?:共|计划|拟|将|已|预计|累计)*((?:新建|改建|扩建|改扩建|建设|改造|实施|新增|、)+)$/u;

/** A name whose words stand on both sides of the value, by the shape of the clause; '' where it has none of these. */
export function ofShape(rawBefore: string, after: string): string {
  if (after.length < 2) return '';
  if (able.test(after) && makes.test(rawBefore)) {
    const words = rawBefore.replace(makes, '').replace(/^(?:常年|每年)(?=.{3})/u, '');
    return words.length >= 2 ? `${words}${after.replace(/^的/u, '')}` : '';
  }
  // 按在校生810人的规模建设: who it is built for.
  if (/^的?规模(?:建设|设计|规划|办学|招生|配置|实施)/u.test(after)) {
    const whom = rawBefore.replace(/^.*(?:按照?|以)/u, '').replace(/^[，、；]/u, '');
    if (whom.length >= 2 && whom.length <= 10) return whom;
  }
  const part = stage.exec(rawBefore);
  return part?.[1] && part[2] && after.length <= 8 ? `${part[1]}${part[2]}${after}` : '';
}
