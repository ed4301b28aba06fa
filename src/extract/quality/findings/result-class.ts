import type { Finding, FindingCode } from '../../../domain/examination.js';
import type { Item } from '../../../domain/item.js';
import { aboutPlace, type DraftText, type FindingRule, placeOf, promises } from './draft-text.js';

/** Where the class is claimed. */
const claim = (draft: DraftText, code: FindingCode, parameters: Finding['parameters']): Finding => {
  const { resultClass } = draft.outline.meta;
  const place = placeOf(draft, (words) =>
    new RegExp(
      `${resultClass}\\s*(?:类|[（(]?[√✓☑■])|(?:类别|结果|类型)[：:\\s]*[（(]?${resultClass}`,
      'u',
    ).test(words),
  );
  return aboutPlace(code, draft, place, { class: resultClass ?? '', ...parameters });
};

const fallsDueAfter =
  (day: string) =>
  ({ deadline }: Item): boolean =>
    deadline?.date != null && deadline.date > day;

/** A says solved: then nothing may be left to do. B and C say later: then by when, and by whom? */
export const resultClassFindings: FindingRule = (draft) => {
  const { resultClass, date, issuer } = draft.outline.meta;
  const promised = promises(draft);
  if (resultClass === 'A') {
    const open = date === null ? [] : promised.filter(fallsDueAfter(date));
    return open.length === 0
      ? []
      : [
          {
            ...claim(draft, 'solved-but-open', { count: open.length, date: date ?? '' }),
            item: open[0]?.id ?? null,
          },
        ];
  }
  if (resultClass !== 'B' && resultClass !== 'C') return [];
  const findings: Finding[] = [];
  if (promised.every(({ missing }) => missing.includes('deadline')))
    findings.push(claim(draft, 'planned-without-deadline', {}));
  if (issuer === null && promised.every(({ responsible }) => responsible.length === 0))
    findings.push(claim(draft, 'planned-without-owner', {}));
  return findings;
};
