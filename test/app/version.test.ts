import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isBundle } from '../../src/version.js';

it('knows the bundle by the Node.js beside the program, which is the one that runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bundle-'));
  const app = join(folder, 'app');
  expect(isBundle(app)).toBe(false);
  mkdirSync(join(folder, 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node', 'bin', 'node'));
  expect(isBundle(app)).toBe(true);
  expect(isBundle(app, tmpdir())).toBe(false);
  expect(isBundle()).toBe(false);
  rmSync(folder, { recursive: true });
});
