import { hedgeWords } from '../../lexicon/hedge-words.js';
import { aboutItem, type FindingRule, promises } from './draft-text.js';

/** How far before its own words a promise's hedge may stand: 力争…，…，…. */
const reach = 200;

/** 力争、争取、逐步: promises that leave a way out. */
export const hedgedFindings: FindingRule = (draft) =>
  promises(draft)
    .filter(({ hedged }) => hedged)
    .map((item) => {
      const { text } = draft.source;
      const before = text.slice(Math.max(0, item.start - reach), item.start);
      const ownSentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
      const words = (hedgeWords.exec(item.quote) ?? hedgeWords.exec(ownSentence))?.[0];
      return aboutItem('hedged', item, { words: words ?? '力争' });
    });
