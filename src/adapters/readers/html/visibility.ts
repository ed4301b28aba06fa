import type { DomElement } from './dom.js';

/** Elements whose content is no text of the page: programs, styles, pictures, other documents, controls. */
const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'canvas',
  'audio',
  'video',
  'map',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'button',
  'datalist',
  'rt',
  'rp',
  'del',
]);

const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*(?:[01](?:\.\d+)?(?:px|pt)|0(?:\.0\d*)?(?:em|rem|%)?)\s*(?:;|$|!)|color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))|(?:left|right|top|text-indent|margin-left|margin-top)\s*:\s*-\d{4,}(?:px|pt|em)?|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!))/i;

/** Whether a reader of the page sees nothing of an element, as far as its own markup says. */
export function isUnseen(element: DomElement): boolean {
  if (unread.has(element.localName)) return true;
  if (element.getAttribute('hidden') !== null) return true;
  return hiddenStyle.test(element.getAttribute('style') ?? '');
}

/** Another document that the page shows in a frame and that the file does not hold. */
export function isForeign(element: DomElement): boolean {
  if (!['iframe', 'frame', 'object', 'embed'].includes(element.localName)) return false;
  return (element.getAttribute('src') ?? element.getAttribute('data') ?? '').trim() !== '';
}
