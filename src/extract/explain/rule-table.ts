import { deadlineWords, responsibleWords } from './deadline-words.js';
import { leftOutWords } from './left-out-words.js';
import type { RuleWords } from './rule-words.js';
import { missingWords, stanceWords, strengthWords } from './stance-words.js';
import { comparatorWords, frameWords, indicatorWords, itemWords, valueWords } from './value-words.js';

/**
 * What every rule's name means, by the field that it fills. A test holds it against the names in the code and
 * against those that the corpora give; docs/rules.md shows the same lines.
 */
export const ruleTable: Readonly<Record<string, readonly RuleWords[]>> = {
  item: itemWords,
  value: valueWords,
  comparator: comparatorWords,
  per: frameWords,
  change: frameWords,
  indicator: indicatorWords,
  stance: stanceWords,
  strength: strengthWords,
  deadline: deadlineWords,
  responsible: responsibleWords,
  missing: missingWords,
  'left out': leftOutWords,
};
