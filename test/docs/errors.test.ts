import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faults } from '../../src/domain/errors.js';
import { fileFaults } from '../../src/domain/faults/files.js';
import { jobFaults } from '../../src/domain/faults/jobs.js';
import { peopleFaults } from '../../src/domain/faults/people.js';
import { requestFaults } from '../../src/domain/faults/requests.js';
import { serverFaults } from '../../src/domain/faults/servers.js';
import { setupFaults } from '../../src/domain/faults/setup.js';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

interface Row {
  readonly code: string;
  readonly class: string;
  readonly http: number;
  readonly meaning: string;
  readonly remedy: string;
}

const rows = [...page.matchAll(/^\| `([\w-]+)` \| (\w+) \| (\d+) \| (.+?) \| (.+?) \|$/gmu)].map(
  ([, code = '', cls = '', http = '', meaning = '', remedy = '']): Row => ({
    code,
    class: cls,
    http: Number(http),
    meaning,
    remedy,
  }),
);

describe('docs/errors.md', () => {
  it('has the codes of the table, each once and in its order', () => {
    expect(rows.map(({ code }) => code)).toEqual(Object.keys(faults));
  });

  it.each(rows)('$code: class and status as in the code, told in Chinese', (row) => {
    const fault = faults[row.code as keyof typeof faults];
    expect({ class: row.class, http: row.http }).toEqual({ class: fault.class, http: fault.http });
    expect(row.meaning).toMatch(/[\u4e00-\u9fff]{3}/u);
    expect(row.remedy).toMatch(/[\u4e00-\u9fff]{2}/u);
  });
});

describe('the table of faults', () => {
  it('has each code in one part only', () => {
    const parts = [fileFaults, requestFaults, peopleFaults, setupFaults, serverFaults, jobFaults];
    expect(parts.flatMap((part) => Object.keys(part))).toEqual(Object.keys(faults));
  });

  it.each(Object.entries(faults))('%s has the same parameters in both languages', (_code, { zh, en }) => {
    const parameters = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, p]) => p))].sort();
    expect(parameters(en)).toEqual(parameters(zh));
  });
});
