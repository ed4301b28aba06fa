import type { Draft } from '../draft.js';
import type { DateMention } from '../values/date.js';

/** A day that the words around an item set for it. @param text the words that name the day */
export const ofSection = (text: string, mention: DateMention): Draft['deadline'] => ({
  mention,
  text,
  date: mention.date,
  scope: 'section',
  inferred: [...mention.inferred],
});
