import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import './window-list.css';

export interface WindowListHandle {
  /** Brings a row into view, and leaves the list where it is if the row is seen already. */
  reveal(index: number): void;
}

interface Given {
  readonly count: number;
  /** Pixels of every row. */
  readonly rowHeight: number;
  readonly label: string;
  readonly row: (index: number) => ReactNode;
  readonly ref?: Ref<WindowListHandle>;
}

/** More pixels than this and browsers lose count: rows of longer lists share them. */
const tallest = 15_000_000;
const beyond = 8;

const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: Math.max(0, count) }, (_, n) => from + n);

/** A list of rows of one height, of which only those in view are in the page. */
export function WindowList({ count, rowHeight, label, row, ref }: Given) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const height = Math.min(count * rowHeight, tallest);
  const perRow = count === 0 ? rowHeight : height / count;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useImperativeHandle(ref, () => ({
    reveal(index) {
      const element = scroller.current;
      if (!element) return;
      const at = index * perRow;
      const isSeen = at >= element.scrollTop && at + rowHeight <= element.scrollTop + element.clientHeight;
      if (!isSeen) element.scrollTop = Math.max(0, at - element.clientHeight / 3);
    },
  }));
  const first = Math.max(0, Math.floor(view.top / perRow) - beyond);
  const shown = Math.min(count - first, Math.ceil(view.height / rowHeight) + 2 * beyond);
  return (
    <div className="window-list" ref={scroller}>
      <div className="window-list-whole" style={{ height }}>
        <ol className="window-list-rows" aria-label={label} style={{ top: first * perRow }} start={first + 1}>
          {numbers(first, shown).map((n) => (
            <li key={n} style={{ height: rowHeight }}>
              {row(n)}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
