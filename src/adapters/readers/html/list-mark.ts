import { formatNumber } from '../shared/list-number-format.js';
import { type DomElement, isElement } from './dom.js';

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
/** The item says its number itself, and the page's style hides the browser's. */
const ownMark = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳•●■◆])/;
const hiddenMark = /list-style(?:-type)?\s*:[^;]*none/i;

/** The number that a browser puts before an item of an ordered list, with a blank; nothing for other lists. */
export function listMark(item: DomElement): string {
  const list = item.parentNode;
  if (!list || !isElement(list) || list.localName !== 'ol') return '';
  if (hiddenMark.test(`${list.getAttribute('style') ?? ''};${item.getAttribute('style') ?? ''}`)) return '';
  if (ownMark.test(item.textContent ?? '')) return '';
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1;
  for (const sibling of list.childNodes) {
    if (!isElement(sibling) || sibling.localName !== 'li') continue;
    number = Number.parseInt(sibling.getAttribute('value') ?? '', 10) || number;
    if (sibling === item) break;
    number++;
  }
  return `${formatNumber(number, formats[list.getAttribute('type') ?? '1'] ?? 'decimal')}. `;
}
