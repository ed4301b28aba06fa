import { doctor } from './zh/doctor.js';
import { help } from './zh/help.js';
import { runs } from './zh/runs.js';
import { words } from './zh/words.js';

/** Every text of the command line in Chinese. `Messages` is its type, so that another language has the same keys. */
export const zh = { ...help, ...words, ...runs, ...doctor };
export type Messages = typeof zh;
