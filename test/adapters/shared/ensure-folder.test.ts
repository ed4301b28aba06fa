import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFolder } from '../../../src/adapters/shared/ensure-folder.js';

describe('ensureFolder', () => {
  it('makes what is missing, and is content with what is there', () => {
    const base = mkdtempSync(join(tmpdir(), 'jiannuo-folder-'));
    const deep = join(base, 'a', 'b', 'c');
    ensureFolder(deep);
    ensureFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it('throws where a file is in the way', () => {
    const base = mkdtempSync(join(tmpdir(), 'jiannuo-folder-'));
    writeFileSync(join(base, 'file'), '');
    expect(() => ensureFolder(join(base, 'file', 'folder'))).toThrow();
  });

  it.runIf(process.platform === 'linux')(
    'throws, rather than try for ever, where no folder can be made',
    () => {
      expect(() => ensureFolder('/proc/jiannuo/data')).toThrow();
    },
  );
});
