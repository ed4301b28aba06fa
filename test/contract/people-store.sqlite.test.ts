import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqlitePeople } from '../../src/adapters/people/sqlite/sqlite.people.js';
import { peopleStoreContract } from './people-store.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-people-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

peopleStoreContract('sqlite', async () => openSqlitePeople({ file: join(folder, 'people.db') }));
