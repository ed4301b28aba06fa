import type { PlacedItem } from '../../api/standing-types.js';

/** Colour for stance, a wavy line for doubt, faint where a person said that it is no promise. */
export function markClass({ row }: PlacedItem, selected: string | null): string {
  return [
    'item-mark',
    `item-${row.stance}`,
    row.doubtful === undefined ? '' : 'item-doubtful',
    row.state?.review === 'rejected' ? 'item-rejected' : '',
    row.id === selected ? 'item-selected' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
