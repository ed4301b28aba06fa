import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { jobDefinitions } from '../../src/app/jobs/definitions.js';

it('knows every kind of job that is defined', async () => {
  const folder = new URL('../../src/app/jobs/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.job.ts'));
  expect(files.length).toBeGreaterThan(4);
  const defined = await Promise.all(
    files.map(
      async (name): Promise<unknown[]> =>
        Object.values(await import(new URL(name, folder).href)).filter(
          (each) => typeof each === 'object' && each !== null && 'kind' in each,
        ),
    ),
  );
  expect(new Set(jobDefinitions)).toEqual(new Set(defined.flat()));
  expect(jobDefinitions).toHaveLength(defined.flat().length);
});
