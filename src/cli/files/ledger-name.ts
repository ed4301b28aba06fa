import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';

/** What was named, as it was named where that stays below the current folder; else the last of its path, of a file with its folder. */
function shownPath(argument: string, isFile: boolean): string {
  const path = relative('', argument);
  if (!isAbsolute(normalize(argument)) && path !== '' && !/^\.\.(?:[\\/]|$)/.test(path)) return path;
  const whole = resolve(argument);
  return isFile ? join(basename(dirname(whole)), basename(whole)) : basename(whole);
}

/**
 * The name that goes into the ledger: enough of the path to tell two 答复.pdf of two folders apart, and never where on
 * this machine they lie.
 * @param argument the file or folder that the user named
 * @param name the file itself, or the file in that folder
 */
export function ledgerName(argument: string, name: string): string {
  const inner = relative(resolve(argument), resolve(name));
  return join(shownPath(argument, inner === ''), inner)
    .split(sep)
    .join('/');
}
