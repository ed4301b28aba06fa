import { registerDocuments } from './documents.command.js';
import { registerExtract } from './extract.command.js';
import { registerJobs } from './jobs.command.js';
import { registerList } from './list.command.js';
import { registerMigrate } from './migrate.command.js';
import type { Register } from './register.js';
import { registerShow } from './show.command.js';
import { registerText } from './text.command.js';

/** In the order of the help. */
export const registrations: readonly Register[] = [
  registerExtract,
  registerText,
  registerList,
  registerShow,
  registerDocuments,
  registerJobs,
  registerMigrate,
];
