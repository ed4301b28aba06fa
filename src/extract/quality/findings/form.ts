import type { Finding } from '../../../domain/examination.js';
import { aboutPlace, type FindingRule, placeOf } from './draft-text.js';

const bare = (name: string): string => name.replace(/[\s（()）]/gu, '').replace(/人民政府$/u, '政府');

/** 市卫健委 and 青石市卫生健康委员会: the short name's characters stand in the long one, in that order. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short.charAt(at)) at += 1;
  return at >= short.length;
}

function sameOffice(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return isShortFor(one, other) || isShortFor(other, one);
}

const numbers = (text: string): string[] =>
  (text.match(/\d+/gu) ?? []).map((digits) => String(Number(digits)));

/** The 办理单 against the letter: its number, its undertaking unit. */
export const formFindings: FindingRule = (draft) => {
  const { form, proposalNumber, issuer } = draft.outline.meta;
  if (!form) return [];
  const findings: Finding[] = [];
  const number = form.proposalNumber;
  if (
    number !== null &&
    proposalNumber !== null &&
    !numbers(proposalNumber).includes(String(Number(number)))
  ) {
    const place = placeOf(
      draft,
      (words) => /号/u.test(words) && numbers(words).includes(String(Number(number))),
    );
    findings.push(aboutPlace('form-number-differs', draft, place, { form: number, text: proposalNumber }));
  }
  const { undertaker } = form;
  const offices =
    undertaker?.split(/[、，,；;/]|和(?=[\u4e00-\u9fff]{2,}[局委办厅院])/u).filter(Boolean) ?? [];
  if (undertaker && issuer !== null && !offices.some((office) => sameOffice(office, issuer))) {
    const place = placeOf(draft, (words) => words.replace(/\s/gu, '').includes(undertaker));
    findings.push(aboutPlace('form-undertaker-differs', draft, place, { form: undertaker, text: issuer }));
  }
  return findings;
};
