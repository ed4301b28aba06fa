import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { JiannuoError } from '../src/domain/errors.js';

describe('the configuration', () => {
  it('lists host names', () => {
    expect(readConfig({}).hosts).toEqual([]);
    expect(readConfig({ JIANNUO_HOSTS: ' ledger.example.cn, 10.0.0.8:8750 ,[fd00::8]:80,' }).hosts).toEqual([
      'ledger.example.cn',
      '10.0.0.8:8750',
      '[fd00::8]:80',
    ]);
  });

  it.each([
    ['JIANNUO_HOSTS', 'https://ledger.example.cn'],
    ['JIANNUO_HOSTS', '*.example.cn'],
    ['JIANNUO_PORT', '70000'],
    ['JIANNUO_EXTRACT_SECONDS', '0'],
    ['JIANNUO_READERS', 'many'],
  ])('%s=%s is refused by name', (name, value) => {
    const fault = (() => {
      try {
        return readConfig({ [name]: value });
      } catch (thrown) {
        return thrown as JiannuoError;
      }
    })();
    expect(fault).toBeInstanceOf(JiannuoError);
    expect(fault).toMatchObject({ code: 'configuration-invalid', parameters: { name } });
  });

  it('gives one reader to each worker of a cluster, two to a single machine, unless told otherwise', () => {
    expect(readConfig({}).readers).toBe(2);
    expect(readConfig({ JIANNUO_PROFILE: 'cluster' }).readers).toBe(1);
    expect(readConfig({ JIANNUO_PROFILE: 'cluster', JIANNUO_READERS: '3' }).readers).toBe(3);
  });
});
