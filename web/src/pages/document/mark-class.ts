import type { PlacedItem } from '../../api/standing-types.js';
import { lineOfReview } from '../../components/line-of-review.js';

/** What nobody has looked at and the engine is not sure of. */
export const isUnsure = ({ row }: PlacedItem): boolean =>
  (row.confidence?.row ?? 1) < lineOfReview / 100 && !row.state?.review;

/** Colour for stance, a dotted line where the engine is not sure, a wavy one for doubtful figures, faint where a person said that it is no promise. */
export function markClass(placed: PlacedItem, selected: string | null): string {
  const { row } = placed;
  return [
    'item-mark',
    `item-${row.stance}`,
    isUnsure(placed) ? 'item-unsure' : '',
    row.doubtful === undefined ? '' : 'item-doubtful',
    row.state?.review === 'rejected' ? 'item-rejected' : '',
    row.id === selected ? 'item-selected' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
