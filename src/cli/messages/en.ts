import { doctor } from './en/doctor.js';
import { help } from './en/help.js';
import { runs } from './en/runs.js';
import { words } from './en/words.js';
import type { Messages } from './zh.js';

/** Every text of the command line in English. */
export const en: Messages = { ...help, ...words, ...runs, ...doctor };
