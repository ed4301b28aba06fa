import { because, clauseDraft, type Draft, type ExtractionContext, type SentenceView } from '../draft.js';
import { firmDeliverables, notDeliverable, softDeliverables } from '../lexicon/verbs.js';
import { deadlineOf } from '../refiners/deadline.js';

/** The first verb of a clause that names a deliverable, its place in the clean text. */
function deliverable(
  text: string,
  start: number,
  end: number,
  verbs: RegExp,
): { start: number; end: number } | null {
  const body = text.slice(start, end);
  for (const match of body.matchAll(verbs)) {
    const at = match.index;
    const after = body.slice(at + match[0].length);
    if (notDeliverable.test(after)) continue;
    // Inside a name: “启动”工程, 《…》.
    const head = body.slice(0, at);
    if (head.lastIndexOf('《') > head.lastIndexOf('》') || head.lastIndexOf('“') > head.lastIndexOf('”'))
      continue;
    if (/(?:未|不|没有|待|自|从|经|为|以)$/.test(head)) continue;
    // Policies land by effort, projects by building.
    if (match[0] === '落地' && /(?:政策|措施|举措|任务|要求|部署|改革)[^，]{0,6}$/.test(head)) continue;
    return { start: start + at, end: start + at + match[0].length };
  }
  return null;
}

const vague =
  /机制(?:建设)?$|氛围|意识|合力|格局(?!$)|责任制|环境|力度|良性循环|有机|监管$|良好|队伍$|统筹考虑|研究|统筹安排/u;

/**
 * A dated deliverable without a value: the clause names a product that can be ticked, and its sentence, or the section above it,
 * gives the deadline. A document's period alone does not make one (ruling 10).
 */
export function milestoneRule(
  context: ExtractionContext,
  view: SentenceView,
  taken: readonly Draft[],
): Draft[] {
  const { text } = context;
  const drafts: Draft[] = [];
  if (view.inHeading) return drafts;
  for (const clause of view.clauses) {
    if (taken.some((draft) => draft.clause === clause) || clause.end - clause.start < 4) continue;
    const firm = deliverable(text, clause.start, clause.end, firmDeliverables);
    const soft = firm ? null : deliverable(text, clause.start, clause.end, softDeliverables);
    const verb = firm ?? soft;
    if (!verb) continue;
    const draft = clauseDraft('milestone', view, clause, firm ? 'milestone:firm' : 'milestone:soft');
    const deadline = deadlineOf(context, draft);
    if (!deadline || deadline.scope === 'document') continue;
    if (soft && deadline.scope !== 'clause') continue;
    const object = text.slice(verb.end, clause.end);
    const subject = text.slice(clause.start, verb.start);
    const dated = view.dates.some(
      (d) => d.role !== 'every' && d.start >= clause.start && d.end <= clause.end,
    );
    if (object.length + subject.length < 6 && !dated) continue;
    // 15个小区，务必于5月1日前完工: the count before it is the item.
    const before = view.clauses[view.clauses.indexOf(clause) - 1];
    if (
      before &&
      dated &&
      object.length === 0 &&
      taken.some((other) => other.clause === before && other.kind === 'quantity') &&
      !/[建开增打改完培投购招发创组实]/u.test(text.slice(before.start, before.end)) &&
      /^(?:务必|力争|确保|将|要|均|于|在|计划)*[\d今明年月日底前一二三四季度上下半]*(?:全部|全面)?$/u.test(
        subject,
      )
    )
      continue;
    if (soft && (vague.test(object) || object.length < (dated ? 2 : 4))) continue;
    because(draft, 'item', `deliverable:${text.slice(verb.start, verb.end)}`);
    drafts.push(draft);
  }
  return drafts;
}
