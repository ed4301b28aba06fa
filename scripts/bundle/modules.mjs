/** What of node_modules goes into the bundle: the packages that package-lock.json does not call development, without what only developers read. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root } from '../stale.mjs';

/**
 * Compiled at install, and bound to the C++ library of the machine that did: @node-rs/jieba, prebuilt for old systems too,
 * takes over. The second is what the first is compiled with.
 */
export const leftOut = ['nodejieba', 'node-addon-api'];

const isPaper = (name) => /^(licen[cs]e|notice|copying|authors)/i.test(name);
const isForDevelopers = (name) => /\.(map|ts|mts|cts|md|markdown|flow|cc|cpp|hpp|h|gyp|gypi)$/i.test(name);

/** Within a package, what is not needed: sources, other builds of what another file does here. Paths from the package. */
const unneeded = {
  'better-sqlite3': /^(deps|src|build)\//,
  // The same again as text, for browsers.
  'tesseract.js-core': /\.wasm\.js$/,
  '@tesseract.js-data/chi_sim': /^4\.0\.0\//,
  'pdfjs-dist': /^(build|web|image_decoders|types)\//,
};

/** The name of a package in a folder of node_modules. */
const nameOf = (path) => path.split('node_modules/').at(-1) ?? path;

/** Packages of the bundle: `{ path, name, version, license }`, paths from the root. */
export function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license }]) => ({ path, name: nameOf(path), version, license: license ?? null }))
    .filter(({ path, name }) => {
      if (name.startsWith('@types/') || leftOut.includes(name)) return false;
      // Those of other systems are in the lock file, but not here.
      return existsSync(join(root, path, 'package.json'));
    });
}

/** Files of one package that are taken, as paths from it. */
export function filesOf({ path, name }) {
  const folder = join(root, path);
  const not = unneeded[name];
  const found = [];
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const full = join(at, entry.name);
      const inside = relative(folder, full);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) walk(full);
      } else if (entry.isFile() && !not?.test(inside)) {
        if (isPaper(basename(full)) || !isForDevelopers(entry.name)) found.push(inside);
      }
    }
  };
  walk(folder);
  return found;
}

/** Copies them below `target` and gives the packages. */
export function copyModules(target) {
  const packages = productionPackages();
  for (const each of packages)
    for (const file of filesOf(each)) {
      const to = join(target, each.path, file);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(root, each.path, file), to);
    }
  return packages;
}
