import { registerBackup, registerRestore } from './backup.commands.js';
import { registerBin } from './bin.command.js';
import { registerCheck } from './check.command.js';
import { registerClaim } from './claim.command.js';
import { registerDecide } from './decide.command.js';
import { registerDoctor } from './doctor.command.js';
import { registerDocuments } from './documents.command.js';
import { registerExplain } from './explain.command.js';
import { registerExport } from './export.command.js';
import { registerExtract } from './extract.command.js';
import { registerAudit, registerDue, registerHistory } from './follow-up.commands.js';
import { registerFsck } from './fsck.command.js';
import { registerImport } from './import.command.js';
import { registerIngest } from './ingest.command.js';
import { registerJobs } from './jobs.command.js';
import { registerList } from './list.command.js';
import { registerMigrate } from './migrate.command.js';
import { registerPage } from './page.command.js';
import { registerRecognize } from './recognize.command.js';
import { registerReextract } from './reextract.command.js';
import type { Register } from './register.js';
import { registerServe } from './serve.command.js';
import { registerShow } from './show.command.js';
import { registerText } from './text.command.js';
import { registerToken } from './token.command.js';
import { registerTrack } from './track.command.js';
import { registerTrail } from './trail.command.js';
import { registerUser } from './user.command.js';
import { registerWork } from './work.command.js';

/** In the order of the help. */
export const registrations: readonly Register[] = [
  registerExtract,
  registerExplain,
  registerCheck,
  registerText,
  registerTrack,
  registerRecognize,
  registerIngest,
  registerImport,
  registerList,
  registerExport,
  registerShow,
  registerPage,
  registerDecide,
  registerClaim,
  registerDue,
  registerHistory,
  registerAudit,
  registerDocuments,
  registerBin,
  registerReextract,
  registerJobs,
  registerUser,
  registerToken,
  registerTrail,
  registerMigrate,
  registerBackup,
  registerRestore,
  registerFsck,
  registerServe,
  registerWork,
  registerDoctor,
];
