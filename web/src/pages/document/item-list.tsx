import { Empty } from 'antd';
import { type Ref, useEffect, useRef } from 'react';
import type { PlacedItem } from '../../api/standing-types.js';
import { figureText } from '../../components/figures.js';
import { Light } from '../../components/light.js';
import { WindowList, type WindowListHandle } from '../../components/window-list.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { documentWords } from './words.js';

interface Given {
  readonly items: readonly PlacedItem[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly empty: string;
}

const rowHeight = 64;

function Row({
  item,
  isSelected,
  onSelect,
}: {
  readonly item: PlacedItem;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}) {
  const { stance } = useWords(terms);
  const said = useWords(standingTerms);
  const { row, statuses } = item;
  const review = row.state?.review;
  return (
    <button
      type="button"
      className={`item-row item-row-${row.stance}${isSelected ? ' item-row-selected' : ''}`}
      aria-current={isSelected}
      onClick={onSelect}
    >
      <span className="item-row-head">
        {statuses ? <Light of={statuses.light} /> : null}
        <span className="item-row-stance">{stance[row.stance]}</span>
        <span className="item-row-name">{row.indicator || row.quote}</span>
        <strong className="item-row-figure">{figureText(row)}</strong>
        {review ? (
          <span className="item-row-review">
            {review === 'accepted' ? '✓' : '✕'}
            <span className="visually-hidden">{said[review]}</span>
          </span>
        ) : null}
      </span>
      <span className="item-row-quote">{row.quote.replace(/\s+/g, ' ')}</span>
    </button>
  );
}

/** The items in the order of the text, whatever their number. */
export function ItemList({ items, selected, onSelect, empty }: Given) {
  const t = useWords(documentWords);
  const list: Ref<WindowListHandle> = useRef<WindowListHandle>(null);
  const index = items.findIndex(({ row }) => row.id === selected);
  useEffect(() => {
    if (index >= 0) list.current?.reveal(index);
  }, [index]);
  if (items.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} className="item-none" />;
  return (
    <WindowList
      ref={list}
      count={items.length}
      rowHeight={rowHeight}
      label={t.items}
      row={(n) => {
        const item = items[n];
        return item ? (
          <Row item={item} isSelected={n === index} onSelect={() => onSelect(item.row.id)} />
        ) : null;
      }}
    />
  );
}
