import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { routeRights } from '../../src/api/access/rights.js';
import { checkout } from '../cli/support/cli.js';

it('has words in both languages for every change that the trail tells', async () => {
  const words = await readFile(join(checkout, 'web', 'src', 'pages', 'admin', 'trail-words.ts'), 'utf8');
  const changes = Object.keys(routeRights).filter((route) => !route.startsWith('GET '));
  expect(changes.filter((route) => words.split(`'${route}': `).length !== 3)).toEqual([]);
});
