import { expect, it } from 'vitest';
import { storedCounts, storedItem } from '../../../src/adapters/store/shared/extraction-rows.js';
import { items } from '../../contract/ledger-fixtures.js';

it('gives rows and counts that an older engine stored what they did not have yet', () => {
  const [item] = items('older', [{ missing: ['owner'] }]);
  if (!item) expect.fail('no item');
  const { missing: _, ...older } = item;
  expect(storedItem(older)).toEqual({ ...item, missing: [] });
  expect(storedItem(item)).toEqual(item);
  expect(storedCounts({ commitments: 2, achievements: 1 })).toEqual({
    commitments: 2,
    achievements: 1,
    intentions: 0,
  });
  expect(storedCounts(null)).toBeNull();
});
