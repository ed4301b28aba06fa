import type { SqlMigration } from '../../../sqlite/migrate.js';
import { ledgerMigration } from './0001-ledger.js';
import { missingMigration } from './0002-missing.js';
import { unfinishedMigration } from './0003-unfinished.js';
import { trackingMigration } from './0004-tracking.js';
import { fillingMigration } from './0005-filling.js';
import { untrackedMigration } from './0006-untracked.js';
import { placesMigration } from './0007-places.js';
import { changesMigration } from './0008-changes.js';
import { countingMigration } from './0009-counting.js';
import { proposalNotesMigration } from './0010-proposal-notes.js';
import { binMigration } from './0011-bin.js';
import { firstAnswersMigration } from './0012-first-answers.js';
import { unitOrderMigration } from './0013-unit-order.js';
import { promiseCountsMigration } from './0014-promise-counts.js';
import { denseStandingsMigration } from './0015-dense-standings.js';
import { itemTermsMigration } from './0016-item-terms.js';
import { recountsMigration } from './0017-recounts.js';
import { practicesMigration } from './0018-practices.js';

/** In order; a change to the schema is a new number. */
export const ledgerMigrations: readonly SqlMigration[] = [
  ledgerMigration,
  missingMigration,
  unfinishedMigration,
  trackingMigration,
  fillingMigration,
  untrackedMigration,
  placesMigration,
  changesMigration,
  countingMigration,
  proposalNotesMigration,
  binMigration,
  firstAnswersMigration,
  unitOrderMigration,
  promiseCountsMigration,
  denseStandingsMigration,
  itemTermsMigration,
  recountsMigration,
  practicesMigration,
];
