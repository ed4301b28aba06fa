import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';

/** As given where that stays below the current folder; else its name in its folder, and nothing of what lies above. */
function nameOfFile(argument: string): string {
  const path = normalize(argument);
  if (!isAbsolute(path) && !/^\.\.(?:[\\/]|$)/.test(path)) return path;
  return join(basename(dirname(resolve(path))), basename(path));
}

/**
 * The name that goes into the ledger: of a file in a folder that was named, from that folder on; of a file that was named
 * itself, with enough of its path to tell two 答复.pdf of two folders apart. Never where on this machine it lies.
 */
export function ledgerName(argument: string, name: string): string {
  const path = relative(dirname(resolve(argument)), resolve(name));
  return (path === basename(argument) ? nameOfFile(argument) : path || name).split(sep).join('/');
}
