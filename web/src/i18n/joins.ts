import { words } from './words.js';

/** How words are put together: the marks of a Chinese sentence are not those of an English one. */
export const joins = words(
  {
    inBrackets: (text: string | number) => `（${text}）`,
    labelled: (label: string, text: string) => `${label}：${text}`,
    list: (texts: readonly string[]) => texts.join('、'),
    comma: '，',
  },
  {
    inBrackets: (text: string | number) => ` (${text})`,
    labelled: (label: string, text: string) => `${label}: ${text}`,
    list: (texts: readonly string[]) => texts.join(', '),
    comma: ', ',
  },
);
