import { comparedExclusions } from './compared.js';
import { conditionExclusions } from './conditions.js';
import { descriptiveExclusions } from './descriptive.js';
import type { Exclusion } from './exclusion.js';
import { modifierExclusions } from './modifiers.js';
import { nameExclusions } from './names.js';
import { foreignExclusions } from './not-its-own.js';
import { pageExclusions } from './page-marks.js';
import { pointingExclusions } from './pointing.js';
import { sizeExclusions } from './sizes-and-bounds.js';
import { villageExclusions } from './village.js';
import { whichExclusions } from './which-ones.js';
import { voiceExclusions } from './whose-words.js';

/** Numbers that no auditor would write into the ledger, each with the reason. Order does not matter: the first that holds is reported. */
export const exclusions: readonly Exclusion[] = [
  ...nameExclusions,
  ...voiceExclusions,
  ...modifierExclusions,
  ...conditionExclusions,
  ...pointingExclusions,
  ...comparedExclusions,
  ...foreignExclusions,
  ...descriptiveExclusions,
  ...pageExclusions,
  ...sizeExclusions,
  ...villageExclusions,
  ...whichExclusions,
];
