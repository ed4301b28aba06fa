import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const { packages } = z
  .looseObject({
    packages: z.record(
      z.string(),
      z.looseObject({
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        license: z.string().optional(),
        dev: z.boolean().default(false),
        devOptional: z.boolean().default(false),
      }),
    ),
  })
  .parse(read('package-lock.json'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** They ask of whoever passes the program on to name them, and no more. */
const permissive = /^(MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0)$/;
const isPermissive = (license: string) =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((each) => permissive.test(each));

describe('the packages that are installed', () => {
  it('are each held to a sum, and come from no address of their own', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(
      locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(resolved),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('may be passed on: those that run have permissive licences', () => {
    const wrong = locked
      .filter(([, { dev, devOptional, license }]) => !dev && !devOptional && !isPermissive(license ?? ''))
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(wrong).toEqual([]);
  });
});

describe('the look for known weaknesses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-audit-'));
  const exceptions = join(folder, 'exceptions.json');
  const advisory = 'GHSA-aaaa-bbbb-cccc';

  /** Runs the script with an npm that answers so. */
  function audit(answer: object, excepted: readonly object[] = []) {
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\ncat <<'END'\n${JSON.stringify(answer)}\nEND\n`);
    chmodSync(npm, 0o755);
    writeFileSync(exceptions, JSON.stringify(excepted));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts', 'audit.mjs'), exceptions],
      { encoding: 'utf8', env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` } },
    );
    return { status, said: stdout + stderr };
  }

  const found = {
    auditReportVersion: 2,
    vulnerabilities: {
      leftpad: {
        via: [{ url: `https://github.com/advisories/${advisory}`, title: 'pads wrongly', severity: 'high' }],
      },
      outer: { via: ['leftpad'] },
    },
  };
  const exception = {
    advisory,
    package: 'leftpad',
    reason: 'it is never called with text from outside',
    until: '2999-01-01',
  };

  it('fails on one that is not excepted, and names it', () => {
    const { status, said } = audit(found);
    expect(status).toBe(1);
    expect(said).toContain(`leftpad ${advisory} (high): pads wrongly`);
    expect(audit({ auditReportVersion: 2, vulnerabilities: {} }).status).toBe(0);
  });

  it('lets an exception with a reason pass until its day, and no longer', () => {
    expect(audit(found, [exception]).status).toBe(0);
    expect(audit(found, [{ ...exception, package: 'other' }]).status).toBe(1);
    expect(audit(found, [{ ...exception, until: '2020-01-01' }]).status).toBe(1);
    expect(audit(found, [{ ...exception, reason: '' }]).status).toBe(1);
  });

  it('says so where the registry cannot be asked, and fails nothing', () => {
    const { status, said } = audit({ message: '405 Method Not Allowed', error: {} });
    expect(status).toBe(0);
    expect(said).toContain('not asked');
    rmSync(folder, { recursive: true });
  });

  it('has exceptions with a reason and a day', () => {
    const entry = z.object({
      advisory: z.string().regex(/^GHSA-/),
      package: z.string().min(1),
      reason: z.string().min(10),
      until: z.iso.date(),
    });
    expect(z.array(entry).safeParse(read('scripts/audit-exceptions.json')).success).toBe(true);
  });
});
