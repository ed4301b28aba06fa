import { it } from 'vitest';
import { strikeAll } from './support/strike-all.js';
import { clusterSystem } from './support/system.js';

it('uploads go on while the primary of three is killed', () =>
  strikeAll(() => clusterSystem({ members: 3 }), ['MongoDB primary killed'], 1));
