/** Whether dist/ and the web page in it are older than their sources. No dependencies: the CLI's start asks it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const stamp = join(root, 'dist', '.built');

/** The TypeScript files that are built, and the data beside them, which is copied. */
export function sourceFiles() {
  return ['src', 'workers'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$|\.utf8$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

export const webFolder = join(root, 'dist', 'web');
export const webStamp = join(webFolder, '.built');

/** Whether a file of the page, its packages or the contract that it is written against is newer than the page as built. */
export function isWebStale() {
  if (!existsSync(join(root, 'web'))) return false;
  if (!existsSync(webStamp)) return true;
  const built = statSync(webStamp).mtimeMs;
  const newer = (file) => statSync(file).mtimeMs > built;
  return ['web', join('src', 'api', 'contract')].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && newer(join(entry.parentPath, entry.name)),
    ),
  );
}

/** An installed package has no sources and is never stale. */
export function isStale() {
  if (!existsSync(join(root, 'src'))) return false;
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sourceFiles().some((file) => statSync(file).mtimeMs > built);
}
