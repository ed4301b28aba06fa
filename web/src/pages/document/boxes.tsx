import type { PlacedItem } from '../../api/standing-types.js';
import { markClass } from './mark-class.js';

/** Points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** One box of an item on a page, `[x0, y0, x1, y1]` in points. */
export interface PageMark {
  readonly item: PlacedItem;
  readonly box: readonly [number, number, number, number];
  /** The item's first box: what the keyboard comes to. */
  readonly isFirst: boolean;
}

interface Given {
  readonly size: PageSize;
  readonly marks: readonly PageMark[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;

/** The items' boxes over a page. */
export function Boxes({ size: { width, height }, marks, selected, onSelect }: Given) {
  return marks.map(({ item, box: [x0, y0, x1, y1], isFirst }) => (
    <a
      key={`${item.row.id} ${x0} ${y0}`}
      href={`?item=${item.row.id}`}
      className={`${markClass(item, selected)} box-mark`}
      data-item={item.row.id}
      tabIndex={isFirst ? 0 : -1}
      style={{
        left: share(x0 - 1, width),
        top: share(y0 - 1, height),
        width: share(x1 - x0 + 2, width),
        height: share(y1 - y0 + 2, height),
      }}
      onClick={(event) => {
        event.preventDefault();
        onSelect(item.row.id);
      }}
    >
      <span className="visually-hidden">{item.row.quote.slice(0, 80)}</span>
    </a>
  ));
}
