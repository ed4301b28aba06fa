import { type Phrase, phrase } from '../../domain/phrase.js';

/** A rule's name, or the front of names that end in words (`change:*`), and what it means in a sentence. */
export interface RuleWords {
  readonly name: string;
  /** `{words}` stands for what follows the front of the name. */
  readonly says: Phrase;
}

/** Lines of `name | 中文 | English`. */
export const ruleWords = (lines: string): readonly RuleWords[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', zh = '', en = ''] = line.split('|').map((part) => part.trim());
      return { name, says: phrase(zh, en) };
    });
