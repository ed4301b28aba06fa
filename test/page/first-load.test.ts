import { expect, it } from 'vitest';
import { firstLoad } from '../../scripts/first-load.mjs';

/** KiB, gzip. Lowered where less is loaded. */
const most = { frame: 250, ledger: 337 };

it('loads no more at the first visit than it says', () => {
  const { frameKib, ledgerKib, later } = firstLoad();
  expect(frameKib).toBeGreaterThan(100);
  expect(frameKib).toBeLessThanOrEqual(most.frame);
  expect(ledgerKib).toBeGreaterThan(frameKib);
  expect(ledgerKib).toBeLessThanOrEqual(most.ledger);
  const names = later.map(({ name }) => name).join(' ');
  for (const part of [
    'pdf-view',
    'admin-page',
    'document-page',
    'dashboard-page',
    'sign-in-again',
    'select',
    'modal',
    'row-detail',
  ])
    expect(names).toContain(part);
});
