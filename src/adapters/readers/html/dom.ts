import { parseHTML } from 'linkedom';
import { phrase } from '../../../domain/phrase.js';
import { tooMuch } from '../reader.js';

/** What is used of a document's tree. Nothing of it is ever run or fetched: the parser only builds it. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly title: string;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const elementNode = 1;
const textNode = 3;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === elementNode;
export const isText = (node: DomNode): boolean => node.nodeType === textNode;

/** Pictures inside the page, as text: megabytes of which nothing is read. */
const inlineData = /data:[\w.+-]{0,60}\/?[\w.+-]{0,60};base64,[A-Za-z0-9+/=%\s]*/g;
/** Whole documents begin so; a mere fragment gets the rest around it. */
const isWhole = /<(?:html|body)\b/i;

export function parseDocument(html: string): DomDocument {
  const light = html.replace(inlineData, '');
  const whole = isWhole.test(light) ? light : `<html><body>${light}</body></html>`;
  const document = parseHTML(whole).document as unknown as DomDocument;
  if (document.documentElement && depthOf(document.documentElement) > deepest)
    throw tooMuch(phrase(`网页嵌套超过 ${deepest} 层`, `elements are nested more than ${deepest} deep`));
  return document;
}

/** Elements that are never closed nest: a page that people see has dozens of levels, and careless ones hundreds. */
const deepest = 1_000;

/** Levels of elements in an element, itself counted. */
export function depthOf(root: DomElement): number {
  const open: [node: DomNode, depth: number][] = [[root, 1]];
  let most = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    most = Math.max(most, depth);
    for (const child of node.childNodes) if (isElement(child)) open.push([child, depth + 1]);
  }
  return most;
}

/** The element's lower-case names by which style sheets and scripts call it. */
export function namesOf(element: DomElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.toLowerCase().trim();
}

/** Walks all elements below one, itself left out, in reading order; `enter` says whether to go into it. */
export function eachElement(root: DomNode, enter: (element: DomElement) => boolean): void {
  const stack: DomNode[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || !enter(node)) continue;
    const children = [...node.childNodes];
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child) stack.push(child);
    }
  }
}
