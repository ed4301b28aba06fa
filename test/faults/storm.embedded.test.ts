import { it } from 'vitest';
import { strikeAll } from './support/strike-all.js';
import { embeddedSystem } from './support/system.js';

it('uploads go on while the service and a worker are killed', () =>
  strikeAll(embeddedSystem, ['API killed', 'worker killed'], 2));
