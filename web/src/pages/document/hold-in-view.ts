/** Where a mark will be, as far as it can be told before its part is in the page. */
export interface Guess {
  readonly part: HTMLElement;
  /** Pixels below the part's upper edge. */
  readonly below: number;
}

const readersOwn = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings the mark of an item into view, and keeps it there while the parts around it come into the page and take their real
 * height, until the reader moves. A mark that is seen already stays where it is.
 * @param scroller what scrolls; its first child is as high as all that it holds
 * @returns what lets go of it
 */
export function holdInView(scroller: HTMLElement, id: string, guess: () => Guess | null): () => void {
  const marked = () => scroller.querySelector(`[data-item="${CSS.escape(id)}"]`);
  const isSeen = (mark: Element) => {
    const [seen, frame] = [mark.getBoundingClientRect(), scroller.getBoundingClientRect()];
    return seen.top >= frame.top && Math.min(seen.bottom, seen.top + 60) <= frame.bottom;
  };
  const lead = () => scroller.clientHeight / 3;
  const topOf = (element: Element) =>
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const place = () => {
    const mark = marked();
    if (mark) {
      if (!isSeen(mark)) scroller.scrollTop += topOf(mark) - lead();
      return;
    }
    const about = guess();
    if (about) scroller.scrollTop += topOf(about.part) + about.below - lead();
  };
  const before = marked();
  if (before && isSeen(before)) return () => undefined;
  const sizes = new ResizeObserver(place);
  const parts = new MutationObserver(place);
  const letGo = () => {
    sizes.disconnect();
    parts.disconnect();
    for (const event of readersOwn) removeEventListener(event, letGo, true);
  };
  for (const event of readersOwn) addEventListener(event, letGo, { capture: true, passive: true });
  sizes.observe(scroller);
  if (scroller.firstElementChild) sizes.observe(scroller.firstElementChild);
  parts.observe(scroller, { childList: true, subtree: true });
  place();
  return letGo;
}
