import type { DoctorMessages } from '../zh/doctor.js';

/** In English: what `doctor` says. */
export const doctor: DoctorMessages = {
  doctor: {
    ok: 'ok',
    warn: 'note',
    missing: 'missing',
    unused: 'unused',
    allWell: 'All is well.',
    notWell: 'Something needed is missing or unusable; see above.',
    checks: {
      node: 'Node.js',
      segmenter: 'segmenter',
      recognizer: 'recognition',
      sqlite: 'SQLite',
      holidays: 'holidays',
      data: 'data folder',
      disk: 'disk',
      mongodb: 'MongoDB',
      redis: 'Redis',
      configuration: 'configuration',
    },
    nodeOk: (version) => `version ${version}`,
    nodeOld: (version, wanted) => `version ${version} is too old; install Node.js ${wanted} or newer`,
    recognizerFast: (id) => `${id} (installed on this machine, the faster one)`,
    recognizerSlow: (id) =>
      `${id} (comes along; tesseract with chi_sim installed on this machine is faster, e.g. apt install tesseract-ocr-chi-sim)`,
    recognizerOff: 'switched off (JIANNUO_RECOGNIZER=off): scans are not recognised',
    recognizerMissing: (reason) =>
      `character recognition cannot be loaded (${reason}), scans cannot be read; run npm ci`,
    segmenterOk: (id) => id,
    segmenterFallback: (id, reason) =>
      `nodejieba cannot be loaded (${reason}); ${id} is used instead, with nearly the same results. For nodejieba install a C++ compiler and Python 3, then npm rebuild nodejieba`,
    segmenterMissing: (reason) => `no segmenter can be loaded (${reason}); run npm ci`,
    sqliteOk: (version) => `better-sqlite3, SQLite ${version}`,
    sqliteHooks: (version) =>
      `better-sqlite3 was compiled with the headers of Node.js ${version} and may end the process when memory is collected; use Node.js 22 or the offline bundle`,
    holidaysOk: (path) => `${path} can be used`,
    sqliteMissing: (reason) => `better-sqlite3 cannot be loaded (${reason}); run npm rebuild better-sqlite3`,
    sqliteUnused: (reason) => `better-sqlite3 cannot be loaded (${reason}); the cluster profile needs none`,
    dataOk: (path) => `${path} can be written`,
    dataMissing: (path, reason) =>
      `${path} cannot be written (${reason}); check its permissions or choose another with --data`,
    diskOk: (free) => `${free} free`,
    diskLow: (free) => `only ${free} free; make room or choose another data folder`,
    diskUnknown: (reason) => `free space unknown (${reason})`,
    serverOk: (where) => `${where} answers and is set up as needed`,
    serverUnused: (where) => `${where} does not answer; only the cluster profile needs it`,
    configurationOk: (profile) => `${profile} profile`,
  },
};
