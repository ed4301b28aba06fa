import { describe, expect, it } from 'vitest';
import { examine, type Probes } from '../../src/app/doctor/doctor.js';
import { tellFinding } from '../../src/app/doctor/tell-finding.js';
import { JiannuoError } from '../../src/domain/errors.js';

const away = { where: '127.0.0.1:9', ping: () => Promise.reject(new Error('ECONNREFUSED')) };
const there = { where: '127.0.0.1:1', ping: async () => {} };

const probes = (given: Partial<Probes> = {}): Probes => ({
  ...{ profile: 'embedded', dataFolder: '/data', nodeVersion: 'v20.19.1', oldestNode: '20.19' },
  segmenter: async () => ({ id: 'nodejieba@3', fallbackReason: null }),
  recognizer: () => ({ id: 'tesseract.js@7', fast: false }),
  sqlite: async () => '3.50',
  isSqliteCompiledHere: () => false,
  holidays: null,
  writeData: async () => {},
  freeBytes: async () => 2 ** 40,
  ...{ mongodb: away, redis: away },
  ...given,
});

const states = async (given: Partial<Probes> = {}) =>
  Object.fromEntries((await examine(probes(given))).map(({ check, state }) => [check, state]));

describe('the doctor', () => {
  it('calls a server that is not connected unused on a single machine, never well', async () => {
    expect(await states()).toEqual({
      ...{ configuration: 'ok', node: 'ok', segmenter: 'ok', recognizer: 'ok' },
      ...{ sqlite: 'ok', data: 'ok', disk: 'ok' },
      ...{ mongodb: 'unused', redis: 'unused' },
    });
    expect(await states({ mongodb: there })).toMatchObject({ mongodb: 'ok', redis: 'unused' });
  });

  it('calls it missing on a cluster, where SQLite is unused', async () => {
    const broken = { sqlite: () => Promise.reject(new Error('no binary')) };
    expect(await states({ profile: 'cluster', redis: there, ...broken })).toEqual({
      ...{ configuration: 'ok', node: 'ok', segmenter: 'ok', recognizer: 'ok', sqlite: 'unused' },
      ...{ mongodb: 'missing', redis: 'ok' },
    });
  });

  it('warns of an addon compiled with the headers of Node.js 24.19 or later, where it is used', async () => {
    const compiled = { isSqliteCompiledHere: () => true };
    const sqlite = async (given: Partial<Probes>) => (await states(given)).sqlite;
    for (const nodeVersion of ['v24.19.0', 'v24.20.1', 'v26.0.0'])
      expect(await sqlite({ ...compiled, nodeVersion })).toBe('warn');
    for (const nodeVersion of ['v24.18.9', 'v22.30.0'])
      expect(await sqlite({ ...compiled, nodeVersion })).toBe('ok');
    expect(await sqlite({ nodeVersion: 'v24.19.0' })).toBe('ok');
    expect(await sqlite({ ...compiled, nodeVersion: 'v24.19.0', profile: 'cluster' })).toBe('ok');
  });

  it('reads the file of holidays that is named', async () => {
    expect(await states({ holidays: { path: '/days.json', load: () => {} } })).toMatchObject({
      holidays: 'ok',
    });
    const load = () => {
      throw new JiannuoError('configuration-invalid', { name: 'JIANNUO_HOLIDAYS', reason: 'x' });
    };
    expect(await states({ holidays: { path: '/days.json', load } })).toMatchObject({ holidays: 'missing' });
  });

  it('tells what is old, low or missing', async () => {
    expect(
      await states({
        nodeVersion: 'v20.9.0',
        segmenter: async () => ({ id: 'other@1', fallbackReason: 'no compiler' }),
        recognizer: () => null,
        sqlite: () => Promise.reject(new Error('no binary')),
        writeData: () =>
          Promise.reject(new JiannuoError('data-unwritable', { path: '/data', reason: 'EACCES' })),
        freeBytes: async () => 1_000,
      }),
    ).toMatchObject({
      ...{ node: 'missing', segmenter: 'warn', recognizer: 'unused' },
      ...{ sqlite: 'missing', data: 'missing', disk: 'warn' },
    });
  });

  it('looks for no servers where there is nothing to ask them by, and tells each finding in plain words', async () => {
    const disk = { freeBytes: async () => 1_000 };
    const findings = await examine(probes({ mongodb: null, redis: null, ...disk }));
    const told = findings.map((finding) => tellFinding(finding, 'zh'));
    expect(told.map(({ check }) => check)).not.toContain('mongodb');
    expect(told.map(({ check }) => check)).not.toContain('redis');
    expect(told.at(-1)).toEqual({
      ...{ check: 'disk', state: 'warn', name: '磁盘空间' },
      message: '只剩 1000 B，请清理磁盘或换一个数据文件夹',
    });
    const english = findings.map((finding) => tellFinding(finding, 'en').message).join();
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });
});
