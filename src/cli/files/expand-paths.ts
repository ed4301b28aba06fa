import { type Dirent, type Stats, statSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { isLitter } from '../../app/ingest/litter.js';
import { JiannuoError } from '../../domain/errors.js';
import { fileFault } from './file-fault.js';
import { findLossy, joinRaw, type RawPath, readableName } from './odd-names.js';

/** `argument` is what the user named: the file itself or a folder above it. */
export type FoundFile =
  | { readonly argument: string; readonly name: string; readonly path: RawPath; readonly size: number }
  | { readonly argument: string; readonly name: string; readonly error: JiannuoError };

type Visited =
  | { readonly name: string; readonly path: RawPath; readonly size: number }
  | { readonly name: string; readonly error: JiannuoError };

function statOf(name: string, path: RawPath): Stats | JiannuoError {
  try {
    return statSync(path);
  } catch (error) {
    return fileFault(name, error);
  }
}

async function* visit(name: string, path: RawPath, seen: Set<string>): AsyncGenerator<Visited> {
  const stats = statOf(name, path);
  if (stats instanceof JiannuoError) yield { name, error: stats };
  else if (stats.isFile()) yield { name, path, size: stats.size };
  else if (!stats.isDirectory()) {
    yield { name, error: new JiannuoError('file-unreadable', { file: name, reason: 'ENOTREG' }) };
  } else yield* visitFolder(name, path, seen);
}

async function* visitFolder(name: string, path: RawPath, seen: Set<string>): AsyncGenerator<Visited> {
  let entries: Dirent<Buffer>[];
  try {
    // A link may lead back to a folder above it.
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    entries = await readdir(path, { encoding: 'buffer', withFileTypes: true });
  } catch (error) {
    yield { name, error: fileFault(name, error) };
    return;
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  for (const entry of entries) {
    if (isLitter(readableName(entry.name))) continue;
    const inner = joinRaw(path, entry.name);
    yield* visit(readableName(inner), inner, seen);
  }
}

/** Files named on the command line, folders with all that is in them, in a fixed order; what cannot be opened comes as its fault. */
export async function* expandPaths(names: readonly string[]): AsyncGenerator<FoundFile> {
  for (const argument of names) {
    let found = 0;
    for await (const file of visit(argument, await findLossy(argument), new Set())) {
      found += 1;
      yield { argument, ...file };
    }
    if (found === 0)
      yield { argument, name: argument, error: new JiannuoError('folder-empty', { file: argument }) };
  }
}
