import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOf, leftOut, productionPackages } from '../../scripts/bundle/modules.mjs';
import { needs } from '../../scripts/bundle/native.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = join(root, 'scripts', 'bundle', 'files');
const packages = productionPackages();
const named = (name: string) => packages.filter((each) => each.name === name);

/** Packages that a package asks for, by the lock file. */
const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
};

/** Where Node.js would look for a package, from one at `path`. */
function* placesFrom(path: string, name: string): Generator<string> {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (!at.includes('/node_modules/')) break;
  }
  yield `node_modules/${name}`;
}

describe('the packages of the offline bundle', () => {
  it('hold every package that one of them asks for, apart from types and what is left out by name', () => {
    const paths = new Set(packages.map(({ path }) => path));
    const spared = (name: string) => name.startsWith('@types/') || leftOut.includes(name);
    // Asked for by the compiling of what is left out.
    const ofLeftOut = new Set(['node_modules/rimraf', 'node_modules/@mapbox/node-pre-gyp']);
    const missing = ['', ...paths].flatMap((path) =>
      ofLeftOut.has(path)
        ? []
        : Object.keys(locked[path]?.dependencies ?? {})
            .filter((name) => !spared(name) && ![...placesFrom(path, name)].some((at) => paths.has(at)))
            .map((name) => `${name} for ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('are those that run, none of development', () => {
    for (const name of ['fastify', 'better-sqlite3', '@node-rs/jieba', 'tesseract.js', '@hyzyla/pdfium'])
      expect(named(name), name).not.toEqual([]);
    for (const name of ['vitest', 'typescript', 'antd', 'esbuild', 'nodejieba'])
      expect(named(name), name).toEqual([]);
  });

  it('hold PDFium, the recognition model and each licence, but no sources and no maps', () => {
    const taken = (name: string) => named(name).flatMap(filesOf);
    expect(taken('@hyzyla/pdfium')).toContain(join('dist', 'pdfium.wasm'));
    expect(taken('@tesseract.js-data/chi_sim')).toContain(join('4.0.0_best_int', 'chi_sim.traineddata.gz'));
    expect(taken('tesseract.js-core')).toContain('tesseract-core-relaxedsimd.wasm');
    expect(taken('better-sqlite3').filter((file) => /^(deps|src|build)/.test(file))).toEqual([]);
    for (const name of ['zod', 'fastify', 'better-sqlite3', 'pdf-parse'])
      expect(
        taken(name).some((file) => /^licen[cs]e/i.test(file)),
        name,
      ).toBe(true);
    for (const each of packages)
      expect(
        filesOf(each).filter((file) => /\.(map|d\.ts|cc|gyp)$/.test(file)),
        each.name,
      ).toEqual([]);
  });
});

describe('what a binary needs', () => {
  it('is the newest version that it names, by number and not by letter', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiannuo-needs-'));
    const binary = join(folder, 'a.node');
    writeFileSync(
      binary,
      Buffer.from('\u007fELF\0GLIBC_2.4\0GLIBC_2.28\0GLIBC_2.3.4\0GLIBCXX_3.4.9\0GLIBCXX_3.4.29\0'),
    );
    expect(needs(binary)).toEqual({ glibc: '2.28', glibcxx: '3.4.29' });
    writeFileSync(binary, Buffer.from('\u007fELF\0'));
    expect(needs(binary)).toEqual({ glibc: null, glibcxx: null });
    rmSync(folder, { recursive: true });
  });
});

const mvOf = () => execFileSync('sh', ['-c', 'command -v mv'], { encoding: 'utf8' }).trim();

describe('its scripts', () => {
  it.each(['install.sh', 'uninstall.sh', 'demo.sh', 'jiannuo'])('%s is a script of sh', (name) => {
    execFileSync('sh', ['-n', join(files, name)]);
  });

  it('the launcher takes variables of its file, unless the environment has them', () => {
    const prefix = mkdtempSync(join(tmpdir(), 'jiannuo-prefix-'));
    const launcher = join(prefix, 'bin', 'jiannuo');
    const node = join(prefix, 'current', 'node', 'bin', 'node');
    for (const folder of ['bin', 'current/node/bin']) mkdirSync(join(prefix, folder), { recursive: true });
    writeFileSync(launcher, readFileSync(join(files, 'jiannuo')), { mode: 0o755 });
    writeFileSync(node, '#!/bin/sh\necho "$JIANNUO_DATA|$JIANNUO_PLACE|$JIANNUO_TENANT|$PATH_TO|$2"\n', {
      mode: 0o755,
    });
    writeFileSync(
      join(prefix, 'jiannuo.env'),
      '# a comment\nJIANNUO_DATA=/srv/a b\nJIANNUO_PLACE=$(id)\nJIANNUO_TENANT=of the file\nPATH_TO=x',
    );
    const out = execFileSync(launcher, ['list'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, JIANNUO_TENANT: 'office' },
    });
    expect(out).toBe('/srv/a b|$(id)|office||list\n');
    rmSync(prefix, { recursive: true });
  });

  it('the installer refuses a bundle that was changed, and touches nothing', () => {
    const work = mkdtempSync(join(tmpdir(), 'jiannuo-install-'));
    const bundle = join(work, 'bundle');
    mkdirSync(bundle);
    writeFileSync(join(bundle, 'install.sh'), readFileSync(join(files, 'install.sh')), { mode: 0o755 });
    writeFileSync(join(bundle, 'VERSION'), '1.0.0\n');
    writeFileSync(join(bundle, 'GLIBC'), '2.17\n');
    writeFileSync(join(bundle, 'SHA256SUMS'), `${'0'.repeat(64)}  VERSION\n`);
    const prefix = join(work, 'prefix');
    const install = (...args: string[]) =>
      spawnSync(join(bundle, 'install.sh'), args, { encoding: 'utf8', env: { ...process.env, HOME: work } });
    expect(install('--prefix', prefix)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('安装包不完整或被改动'),
    });
    expect(install('--prefix', `${prefix}; id`).stderr).toContain('目录名里只能有');
    expect(install('--colour')).toMatchObject({ status: 2 });
    expect(spawnSync('ls', [prefix]).status).not.toBe(0);
    writeFileSync(join(bundle, 'GLIBC'), '99.0\n');
    expect(install('--prefix', prefix).stderr).toContain('需要 99.0 以上');
    rmSync(work, { recursive: true });
  });

  it('the installer keeps passwords and data to their user, and the version that works until the new one stands', () => {
    const work = mkdtempSync(join(tmpdir(), 'jiannuo-install-'));
    const [bundle, prefix, data, shims] = ['bundle', 'prefix', 'data', 'shims'].map((name) =>
      join(work, name),
    ) as [...[string, string, string, string]];
    for (const folder of [bundle, shims]) mkdirSync(folder);
    const put = (name: string, text: string, mode = 0o644) =>
      writeFileSync(join(bundle, name), text, { mode });
    put('install.sh', readFileSync(join(files, 'install.sh'), 'utf8'), 0o755);
    put('VERSION', '1.0.0\n');
    put('GLIBC', '2.17\n');
    const install = (note: string, path = '') => {
      put('jiannuo', `#!/bin/sh\n# ${note}\n`, 0o755);
      execFileSync('sh', ['-c', 'sha256sum VERSION GLIBC jiannuo install.sh >SHA256SUMS'], { cwd: bundle });
      return spawnSync(
        'sh',
        ['-c', 'umask 022; exec "$@"', 'sh', join(bundle, 'install.sh'), '--prefix', prefix, '--data', data],
        {
          encoding: 'utf8',
          env: { ...process.env, HOME: work, PATH: `${path}${process.env.PATH}` },
        },
      );
    };
    const stands = () => readFileSync(join(prefix, 'current', 'jiannuo'), 'utf8');
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(install('first')).toMatchObject({ status: 0 });
    expect([modeOf(join(prefix, 'jiannuo.env')), modeOf(data), modeOf(join(prefix, 'bin'))]).toEqual([
      ...['600', '700', '755'],
    ]);
    // The disk is full, say, just when the new version is to take its place.
    const shim = `#!/bin/sh\ncase $1 in *.before | -*) ;; */versions/.*) exit 1 ;; esac\nexec ${mvOf()} "$@"\n`;
    writeFileSync(join(shims, 'mv'), shim, { mode: 0o755 });
    expect(install('second', `${shims}:`).status).not.toBe(0);
    expect(stands()).toContain('first');
    expect(install('third')).toMatchObject({ status: 0 });
    expect(stands()).toContain('third');
    expect(readdirSync(join(prefix, 'versions'))).toEqual(['1.0.0']);
    const script = readFileSync(join(files, 'install.sh'), 'utf8');
    expect(script).toMatch(/chgrp "\$\(id -gn "\$account"\)" "\$prefix\/jiannuo\.env"\n +chmod 640/);
    rmSync(work, { recursive: true });
  });

  it('the service runs under a name of its own and writes its data alone', () => {
    const unit = readFileSync(join(files, 'jiannuo.service'), 'utf8');
    for (const line of ['@USER@', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'ReadWritePaths=@DATA@'])
      expect(unit.split('\n')).toContain(line);
    expect(readFileSync(join(files, 'install.sh'), 'utf8')).toContain('s|@USER@|User=$account|');
  });
});
