import { aboutPlace, type FindingRule } from './draft-text.js';

/** Sentences that promise effort alone. */
export const intentionFindings: FindingRule = (draft) =>
  draft.considered.intentions.map((place) => aboutPlace('intention', draft, place));
