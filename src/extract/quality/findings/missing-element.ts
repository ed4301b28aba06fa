import type { FindingCode } from '../../../domain/examination.js';
import type { MissingElement } from '../../../domain/item.js';
import { aboutItem, type FindingRule, promises } from './draft-text.js';

const codes: Readonly<Record<MissingElement, FindingCode>> = {
  measure: 'no-measure',
  deadline: 'no-deadline',
  owner: 'no-owner',
  deliverable: 'no-deliverable',
};

/** Promises that do not say by when, by whom, how much or what. */
export const missingElementFindings: FindingRule = (draft) =>
  promises(draft).flatMap((item) => item.missing.map((element) => aboutItem(codes[element], item)));
