import { aboutItem, type FindingRule, promises } from './draft-text.js';

/** A promise whose day is over when it is signed was a result, or a slip. */
export const deadlineOverFindings: FindingRule = (draft) => {
  const { date } = draft.outline.meta;
  if (date === null) return [];
  return promises(draft).flatMap((item) => {
    const deadline = item.deadline?.date;
    return deadline != null && deadline < date ? [aboutItem('deadline-over', item, { deadline, date })] : [];
  });
};
