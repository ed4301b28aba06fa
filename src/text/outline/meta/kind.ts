import type { DocumentKind } from '../../../domain/document.js';

/** Title words first; a document without a title is told by how it speaks. */
export function documentKind(title: string | null, words: readonly string[], length: number): DocumentKind {
  const opening = words.slice(0, 12).join('\n');
  if (title !== null) {
    if (/政府工作报告|^工作报告/.test(title) && !/通知|分解|分工|责任|任务|落实|实事/.test(title))
      return 'work_report';
    if (
      /答复|复函|回复|回函|[协会]办意见|(?:建议|提案|议案)[^，。]{0,4}(?:办理|落实)(?:结果|情况|意见)的?函$|(?:建议|提案|议案)[^，。]{0,4}(?:主|分|会|协|承)办(?:工作)?的?(?:意见|函|情况)$/.test(
        title,
      )
    )
      return 'reply';
    if (
      /(?:办理|实施|落实|进展|完成|执行|推进|整改|建设|工作|总体|评估|自查)(?:进展|工作|落实|实施|及相关|及有关)*情况|总结|进展|回眸|成绩单|取得[^，。]{0,6}成[果效]$|报告$|汇报|年报|登记表$|发言$/.test(
        title,
      )
    ) {
      // …计划执行情况与…计划草案的报告 looks back, then ahead, as a work report does.
      if (/执行情况(?:[与和及]|暨)[^，。]{0,40}计划/.test(title)) return 'work_report';
      return /计划(?:草案)?的报告|方案$/.test(title) ? 'action_plan' : 'progress_report';
    }
    if (
      /方案|计划|规划|要点|措施|意见|清单|任务|实事|办法|纲要|目标|分工|细则|安排|专项|行动|指标|重点工作/.test(
        title,
      )
    )
      return 'action_plan';
  }
  if (
    /收悉|办理复文|办理回复：|答复内容：|现答复如下|现将办理情况答复|提出的.{2,60}(?:建议|提案)/.test(opening)
  )
    return 'reply';
  if (/代表.{0,12}政府.{0,8}(?:报告|大会报告)(?:政府)?工作/.test(opening)) return 'work_report';
  if (
    /现将.{0,30}(?:情况|进展)(?:予以|向[^，。]{0,12})?(?:汇报|报告|通报|说明|公示|公布)(?:如下|，|。)/.test(
      opening,
    )
  )
    return 'progress_report';
  if (/现印发给你们|现(?:将|予以?).{0,40}(?:印发给你们|分解|下达)/.test(opening)) return 'action_plan';
  const body = words.join('\n');
  const forward = (body.match(/到20\d\d年|力争|确保|推进|加强|完善|到“十/g) ?? []).length;
  const backward = (body.match(/已|截至|同比|累计|完成了|目前/g) ?? []).length;
  if (forward > 4 * backward && forward >= 3 && length > 300) return 'action_plan';
  return title === null && backward > forward && backward >= 5 ? 'progress_report' : 'other';
}
