import { Readability } from '@mozilla/readability';
import {
  type DomDocument,
  type DomElement,
  type DomNode,
  depthOf,
  eachElement,
  isElement,
  parseDocument,
} from './dom.js';
import { laysOut, readTable } from './html-table.js';
import type { TextAmounts } from './text-amount.js';
import { isUnseen } from './visibility.js';

/** Where the content systems of government sites put an article. */
const containers = [
  '#UCAP-CONTENT',
  '.TRS_Editor',
  '.trs_editor_view',
  '.TRS_UEDITOR',
  '#zoom',
  '#Zoom',
  '#fontzoom',
  '.pages_content',
  '#vsb_content',
  '.v_news_content',
  '.wp_articlecontent',
  '.ewb-article-content',
  '#articleContent',
  '#article_content',
  '.article-content',
  '.article_content',
  '.articleContent',
  '.article-con',
  '.article_con',
  '.xxgk_content',
  '.news_content',
  '.detail-content',
  '.info-content',
  '.Custom_UnionStyle',
];

const mark = 'data-jn-place';
/** An article has at least this much of the running words of its page: less is a wrong guess that would lose some. */
const leastShare = 0.5;
/** Readability's time grows with the square of the depth. Beyond this the page is read as a whole. */
const affordable = { elements: 20_000, levels: 100 } as const;

/** The element that holds the page's article; null where the whole page has to be taken. */
export function findArticle(html: string, document: DomDocument, amounts: TextAmounts): DomElement | null {
  const { body } = document;
  if (!body) return null;
  const enough = amounts.unlinked(body) * leastShare;
  const isEnough = (element: DomElement | null): element is DomElement =>
    element !== null && amounts.of(element).all > 0 && amounts.unlinked(element) >= enough;
  const known = containers.flatMap((selector) => [...document.querySelectorAll(selector)]);
  const best = known.reduce<DomElement | null>(
    (most, one) => (most && amounts.of(most).all >= amounts.of(one).all ? most : one),
    null,
  );
  if (isEnough(best)) return outOfTable(best);
  const read = byReadability(html, document, body, amounts);
  return isEnough(read) ? outOfTable(read) : null;
}

/** A part of a table of data is no article: its table is. Cells of a table that lays the page out are. */
function outOfTable(element: DomElement): DomElement {
  let table: DomNode | null = element;
  while (table && !(isElement(table) && table.localName === 'table')) table = table.parentNode;
  if (!table || !isElement(table)) return element;
  const parent = table.parentNode;
  if (!parent || !isElement(parent)) return element;
  const isWhole = element === table || !isCell(element);
  return isWhole || !laysOut(table, readTable(table)) ? outOfTable(parent) : element;
}

/** Whether a cell lies between an element and its table. */
function isCell(element: DomElement): boolean {
  for (let at: DomNode | null = element; at && isElement(at) && at.localName !== 'table'; at = at.parentNode)
    if (at.localName === 'td' || at.localName === 'th') return true;
  return false;
}

/**
 * Asks Readability, on a copy that it may take apart, and finds the element of the page that holds what it chose. The page
 * itself is read then: Readability drops short paragraphs, forms and tables.
 */
function byReadability(
  html: string,
  document: DomDocument,
  body: DomElement,
  amounts: TextAmounts,
): DomElement | null {
  const places = numbered(document);
  if (places.length > affordable.elements || depthOf(body) > affordable.levels) return null;
  const copy = parseDocument(html);
  for (const [i, element] of numbered(copy).entries()) element.setAttribute(mark, String(i));
  const content = contentOf(copy);
  if (!content) return null;
  const chosen: DomElement[] = [];
  eachElement(content, (element) => {
    const place = element.getAttribute(mark);
    const original = place === null ? undefined : places[Number(place)];
    if (original && hasOwnWords(original)) chosen.push(original);
    return true;
  });
  return commonParent(chosen, amounts);
}

/** What Readability takes for the article; null where it finds none, or stumbles over a tree that careless markup made. */
function contentOf(copy: DomDocument): DomElement | null {
  const reader = new Readability<DomElement>(copy as never, {
    serializer: (node) => node as unknown as DomElement,
    disableJSONLD: true,
  });
  try {
    return reader.parse()?.content ?? null;
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
}

function numbered(document: DomDocument): DomElement[] {
  const elements: DomElement[] = [];
  if (document.documentElement)
    eachElement(document.documentElement, (element) => {
      elements.push(element);
      return true;
    });
  return elements;
}

function hasOwnWords(element: DomElement): boolean {
  if (isUnseen(element)) return false;
  for (const child of element.childNodes)
    if (!isElement(child) && (child.textContent ?? '').trim() !== '') return true;
  return false;
}

/** The innermost element that holds most of the chosen words. */
function commonParent(chosen: readonly DomElement[], amounts: TextAmounts): DomElement | null {
  const held = new Map<DomNode, number>();
  let total = 0;
  for (const element of chosen) {
    const words = amounts.unlinked(element);
    total += words;
    for (let at: DomNode | null = element; at; at = at.parentNode) held.set(at, (held.get(at) ?? 0) + words);
  }
  let best: DomElement | null = null;
  // Maps keep their order: inner elements came before those around them only along one path, so depth decides.
  for (const [node, words] of held)
    if (isElement(node) && words >= total * 0.9 && (!best || levelOf(node) > levelOf(best))) best = node;
  return best;
}

function levelOf(node: DomNode): number {
  let depth = 0;
  for (let at = node.parentNode; at; at = at.parentNode) depth++;
  return depth;
}
