import { dirname, relative, resolve, sep } from 'node:path';

/** The name that goes into the ledger: from the named file or folder on, without where on this machine it lies. */
export function ledgerName(argument: string, name: string): string {
  return (
    relative(dirname(resolve(argument)), resolve(name))
      .split(sep)
      .join('/') || name
  );
}
