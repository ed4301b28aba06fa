import { it } from 'vitest';
import { strikeAll } from './support/strike-all.js';
import { clusterSystem } from './support/system.js';

const faults = [
  'API killed',
  'Redis killed, restarted from its AOF',
  'line to MongoDB cut',
  'line to MongoDB slow',
  'line to Redis silent',
];

it('uploads go on while API and Redis are killed, lines cut, slow and silent', () =>
  strikeAll(() => clusterSystem({ members: 1 }), faults, 1));
