import { type MouseEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { DocumentText, PlacedItem } from '../../api/standing-types.js';
import { useWords } from '../../i18n/words.js';
import { holdInView } from './hold-in-view.js';
import { LazyPart } from './lazy-part.js';
import { markClass } from './mark-class.js';
import { shownText } from './marked-text.js';
import { type Block, blockAt, blocksOf, stretchesOf } from './text-blocks.js';
import { documentWords } from './words.js';

interface Given {
  readonly source: DocumentText;
  readonly items: readonly PlacedItem[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

const blocksPerPart = 30;
const charactersPerLine = 42;
const lineHeight = 28;
const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, { start, end }) => sum + 8 + lineHeight * Math.ceil((end - start) / charactersPerLine),
    0,
  );

/** The text as it was read, its items marked by their offsets. Only parts near the view are in the page. */
export function TextView({ source, items: given, selected, onSelect }: Given) {
  // While thousands are still coming in, what is there already is shown first.
  const items = useDeferredValue(given);
  const t = useWords(documentWords);
  const scroller = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(source, items), [source, items]);
  const headings = useMemo(
    () => new Set(items.flatMap(({ row }) => row.section.map((each) => each.trim()))),
    [items],
  );
  const parts = useMemo(() => {
    const all: Block[][] = [];
    for (let at = 0; at < blocks.length; at += blocksPerPart) all.push(blocks.slice(at, at + blocksPerPart));
    return all;
  }, [blocks]);
  const start = items.find(({ row }) => row.id === selected)?.row.start ?? null;

  useEffect(() => {
    const element = scroller.current;
    if (!element || start === null || selected === null) return;
    const at = Math.floor(blockAt(blocks, start) / blocksPerPart);
    return holdInView(element, selected, () => {
      const part = element.querySelector<HTMLElement>(`[data-part="${at}"]`);
      return part && { part, below: 0 };
    });
  }, [start, blocks, selected]);

  const select = (event: MouseEvent<HTMLAnchorElement>, id: string) => {
    event.preventDefault();
    onSelect(id);
  };
  return (
    <div className="text-view" ref={scroller}>
      <div>
        {parts.map((part, n) => (
          <LazyPart key={part[0]?.start} root={scroller} index={n} height={heightOf(part)}>
            {() =>
              part.map((block) => (
                <p
                  key={block.start}
                  className={
                    headings.has(source.text.slice(block.start, block.end).trim())
                      ? 'text-heading'
                      : 'text-block'
                  }
                >
                  {block.pageStart === null ? null : (
                    <span className="text-page">{t.page(block.pageStart)}</span>
                  )}
                  {stretchesOf(block).map(({ start: from, end, items: [item] }) => {
                    const words = shownText(source.text.slice(from, end));
                    return item ? (
                      <a
                        key={from}
                        href={`?item=${item.row.id}`}
                        className={markClass(item, selected)}
                        data-item={item.row.id}
                        data-start={from}
                        data-end={end}
                        onClick={(event) => select(event, item.row.id)}
                      >
                        {words}
                      </a>
                    ) : (
                      <span key={from} data-start={from} data-end={end}>
                        {words}
                      </span>
                    );
                  })}
                </p>
              ))
            }
          </LazyPart>
        ))}
      </div>
    </div>
  );
}
