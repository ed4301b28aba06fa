import { JiannuoError } from '../../../domain/errors.js';
import { type Phrase, phrase } from '../../../domain/phrase.js';

/** A document that others are at work on changes while it is made ready to be written: then it is made ready anew, so often at most. */
export const mostTries = 20;

/** What was given up, nothing of it written. */
const undone = {
  binned: phrase('没有放进回收站', 'it was not put into the bin'),
  saved: phrase('抽取结果没有保存', 'what was extracted was not saved'),
} as const satisfies Record<string, Phrase>;

export const keepsChanging = (id: string, what: keyof typeof undone) =>
  new JiannuoError('internal', {
    reason: phrase(
      `文档 ${id} 一直在变，${undone[what].zh}`,
      `document ${id} keeps changing, ${undone[what].en}`,
    ),
  });
