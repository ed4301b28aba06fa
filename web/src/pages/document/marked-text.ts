import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../api/amend.js';

/** A tab of the text stands as this on the page. */
export const shownTab = ' ｜ ';
export const shownText = (text: string): string => text.replaceAll('\t', shownTab);

/** How far into the text something is that stands so far into what is shown of it. */
export function textOffset(text: string, shown: number): number {
  let at = 0;
  for (let left = shown; at < text.length && left > 0; at++) {
    const width = text[at] === '\t' ? shownTab.length : 1;
    if (width > left) break;
    left -= width;
  }
  return at;
}

export interface MarkedWords extends Span {
  /** Where they stand in the window, pixels. */
  readonly left: number;
  readonly bottom: number;
}

/** Where a point of a selection is in the text: pieces of it say where they begin by `data-start`. */
function offsetOf(node: Node, offset: number, text: string): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>('[data-start]');
  if (!piece) {
    // Between pieces: where the one at that place begins, else where the last one before it ends.
    const next = node.childNodes[offset];
    const within =
      next instanceof Element ? (next.closest('[data-start]') ?? next.querySelector('[data-start]')) : null;
    return within instanceof HTMLElement ? Number(within.dataset.start) : null;
  }
  const [start, end] = [Number(piece.dataset.start), Number(piece.dataset.end)];
  const before = document.createRange();
  before.selectNodeContents(piece);
  before.setEnd(node, offset);
  return start + textOffset(text.slice(start, end), before.toString().length);
}

/** The words of the text that are selected within an element. */
export function markedWords(root: HTMLElement, text: string): MarkedWords | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset, text);
  const end = offsetOf(range.endContainer, range.endOffset, text);
  if (start === null || end === null || text.slice(start, end).trim() === '') return null;
  const { left, bottom } = range.getBoundingClientRect();
  return { start, end, left, bottom };
}

/** The same, kept up to date once a selection has come to rest. */
export function useMarkedWords(
  root: RefObject<HTMLElement | null>,
  text: string | undefined,
): readonly [MarkedWords | null, () => void] {
  const [marked, setMarked] = useState<MarkedWords | null>(null);
  useEffect(() => {
    if (text === undefined) return;
    let timer = 0;
    const look = () => setMarked(root.current && markedWords(root.current, text));
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(look, 200);
    };
    document.addEventListener('selectionchange', later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', later);
    };
  }, [root, text]);
  const forget = () => {
    getSelection()?.removeAllRanges();
    setMarked(null);
  };
  return [marked, forget];
}
