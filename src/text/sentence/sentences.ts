import type { Span } from '../../domain/source-text.js';

export interface Clause extends Span {
  /** The mark that ends it: ， ； ： 。 or nothing at the end. */
  readonly mark: string;
}

export interface Sentence extends Span {
  readonly clauses: readonly Clause[];
}

const closers: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '“': '”',
  '【': '】',
  '〔': '〕',
};
/** The characters that splitting looks at, by code: all others are passed over at once. */
const isMark = new Uint8Array(65_536);
for (const c of '（《“【〔）》”】〕\n\t。！？，；：') isMark[c.charCodeAt(0)] = 1;
const maxDepth = 16;
/** A sentence is cut here at its next mark, and at twice the length wherever it is: text without full stops stays linear to read. */
const longest = 2000;

/** Whether a place within [from, …) lies between `open` and the `close` that belongs to it. */
export function isEnclosed(text: string, from: number, at: number, open: string, close: string): boolean {
  const opens = open.charCodeAt(0);
  const closes = close.charCodeAt(0);
  for (let i = at - 1; i >= from && at - i <= longest; i--) {
    const code = text.charCodeAt(i);
    if (code === closes) return false;
    if (code === opens) return true;
  }
  return false;
}

/**
 * Splits clean text into sentences (。！？) and clauses (，；：), neither inside brackets, titles or quotation marks.
 * A bracket that is never closed ends with the paragraph's next full stop, so that one slip does not swallow the rest.
 * @param most sentences that are wanted: the rest is not looked at
 */
export function splitSentences(
  text: string,
  from: number,
  to: number,
  most = Number.POSITIVE_INFINITY,
): Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let sentenceStart = from;
  let clauseStart = from;
  const stack: string[] = [];
  const endClause = (at: number, mark: string) => {
    if (at > clauseStart) clauses.push({ start: clauseStart, end: at, mark });
    clauseStart = at + mark.length;
  };
  const endSentence = (at: number, mark: string) => {
    endClause(at, mark);
    if (clauses.length > 0) sentences.push({ start: sentenceStart, end: at, clauses });
    clauses = [];
    sentenceStart = at + mark.length;
    stack.length = 0;
  };
  for (let i = from; i < to; i++) {
    const mark = isMark[text.charCodeAt(i)];
    if (i - sentenceStart >= longest) {
      const c = text.charAt(i);
      if (i - sentenceStart >= 2 * longest || c === '，' || c === '；' || c === '、') {
        endSentence(i, '');
        if (sentences.length >= most) return sentences;
        continue;
      }
    }
    if (!mark) continue;
    const c = text.charAt(i);
    const closer = closers[c];
    if (closer !== undefined) {
      if (stack.length < maxDepth) stack.push(closer);
    } else if (stack.length > 0 && c === stack.at(-1)) stack.pop();
    else if (c === '\n' || c === '\t') endSentence(i, c);
    else if (c === '。' || c === '！' || c === '？') {
      // Inside a quotation the sentence goes on, unless the closing mark never comes.
      if (stack.length === 0 || !text.slice(i, Math.min(to, i + 200)).includes(stack.at(-1) ?? ''))
        endSentence(i, c);
    } else if (stack.length === 0 && (c === '，' || c === '；' || c === '：')) endClause(i, c);
    if (sentences.length >= most) return sentences;
  }
  endSentence(to, '');
  return sentences;
}
