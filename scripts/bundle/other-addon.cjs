/** Preloaded where the tests run on another Node.js than better-sqlite3 was installed for: its addon is taken from JIANNUO_OTHER_SQLITE. */
const { dlopen } = process;
const other = process.env.JIANNUO_OTHER_SQLITE;

process.dlopen = (module, file, ...flags) =>
  dlopen(module, other && /[\\/]better_sqlite3\.node$/.test(file) ? other : file, ...flags);
