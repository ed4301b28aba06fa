import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** package.json stands above this file, whether it runs from src/ or from dist/. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as Manifest;
}

/** The version in package.json. */
export function packageVersion(): string {
  return manifest().version;
}

/** The oldest Node.js that the package runs on. */
export function oldestNode(): string {
  return manifest().engines.node.replace(/^[^\d]*/, '');
}

/** Whether the program runs on the Node.js that the offline bundle brings beside it. */
export function isBundle(program = packageFolder(), node = process.execPath): boolean {
  const brought = join(program, '..', 'node', 'bin', 'node');
  return existsSync(brought) && realpathSync(brought) === realpathSync(node);
}
