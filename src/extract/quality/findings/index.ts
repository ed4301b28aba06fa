import { contradictionFindings } from './contradiction.js';
import { deadlineOverFindings } from './deadline-over.js';
import type { FindingRule } from './draft-text.js';
import { formFindings } from './form.js';
import { hedgedFindings } from './hedged.js';
import { intentionFindings } from './intention.js';
import { missingElementFindings } from './missing-element.js';
import { resultClassFindings } from './result-class.js';

/** What is asked of a draft, in the order that it is told: slips first, then what is vague. */
export const findingRules: readonly FindingRule[] = [
  contradictionFindings,
  deadlineOverFindings,
  formFindings,
  resultClassFindings,
  missingElementFindings,
  hedgedFindings,
  intentionFindings,
];
