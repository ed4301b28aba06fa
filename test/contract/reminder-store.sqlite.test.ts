import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteReminders } from '../../src/adapters/reminders/sqlite/sqlite.reminders.js';
import { reminderStoreContract } from './reminder-store.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-reminders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

reminderStoreContract('sqlite', async () => openSqliteReminders({ file: join(folder, 'reminders.db') }));
