import type { ReminderStore } from '../../../app/ports/reminder-store.js';
import type { ReminderDelivery } from '../../../domain/reminder.js';
import { guarded } from '../../shared/guarded.js';
import { openComponent } from '../../sqlite/component.js';
import { sqliteFault } from '../../sqlite/fault.js';
import type { SqlMigration } from '../../sqlite/migrate.js';

/** Of the component `reminders` of the data file; a change to it is a new number. */
const migrations: readonly SqlMigration[] = [
  {
    number: 1,
    name: 'reminders-0001',
    sql: `
CREATE TABLE reminder_deliveries (
  tenant TEXT NOT NULL, id TEXT NOT NULL, sent_at TEXT, body TEXT NOT NULL, PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_deliveries_unsent ON reminder_deliveries (tenant, id) WHERE sent_at IS NULL;
CREATE TABLE reminder_keys (
  tenant TEXT NOT NULL, target TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (tenant, target, key)
) STRICT, WITHOUT ROWID;
`,
  },
];

interface DeliveryRecord {
  readonly sent_at: string | null;
  readonly body: string;
}

/** In the data file of the embedded profile. Faults at opening: as the ledger's. */
export function openSqliteReminders({ file }: { file: string }): ReminderStore {
  const { database, migrate } = openComponent(file, 'reminders', migrations);
  const keep = database.prepare('INSERT OR IGNORE INTO reminder_deliveries VALUES (?, ?, NULL, ?)');
  const take = database.prepare('INSERT INTO reminder_keys VALUES (?, ?, ?)');
  const taken = database
    .prepare(
      'SELECT key FROM reminder_keys WHERE tenant = ? AND target = ? AND key IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const one = database.prepare('SELECT sent_at, body FROM reminder_deliveries WHERE tenant = ? AND id = ?');
  const unsent = database
    .prepare(
      "SELECT id FROM reminder_deliveries WHERE tenant = ? AND sent_at IS NULL ORDER BY body ->> 'day', id LIMIT ?",
    )
    .pluck();
  const sent = database.prepare(
    'UPDATE reminder_deliveries SET sent_at = coalesce(sent_at, ?) WHERE tenant = ? AND id = ?',
  );
  const known = (tenant: string, target: string, keys: readonly string[]) =>
    new Set(taken.all(tenant, target, JSON.stringify(keys)) as string[]);
  const note = database.transaction((delivery: ReminderDelivery): boolean => {
    const { tenant, id, target, reminders } = delivery;
    const keys = [...new Set(reminders.map(({ key }) => key))];
    if (known(tenant, target, keys).size > 0) return false;
    if (keep.run(tenant, id, JSON.stringify(delivery)).changes === 0) return false;
    for (const key of keys) take.run(tenant, target, key);
    return true;
  });
  const rewrite = database.prepare('UPDATE reminder_deliveries SET body = ? WHERE tenant = ? AND id = ?');
  const noteTaken = database.transaction((tenant: string, id: string, receivers: readonly string[]) => {
    const record = one.get(tenant, id) as DeliveryRecord | undefined;
    if (!record) return;
    const delivery = JSON.parse(record.body) as ReminderDelivery;
    const taken = [...new Set([...(delivery.taken ?? []), ...receivers])];
    rewrite.run(JSON.stringify({ ...delivery, taken }), tenant, id);
  });
  const store: ReminderStore = {
    async fresh(tenant, target, keys) {
      const had = known(tenant, target, keys);
      return new Set(keys.filter((key) => !had.has(key)));
    },
    note: async (delivery) => note.immediate(delivery),
    async delivery(tenant, id) {
      const record = one.get(tenant, id) as DeliveryRecord | undefined;
      return record ? { ...(JSON.parse(record.body) as ReminderDelivery), sentAt: record.sent_at } : null;
    },
    unsent: async (tenant, limit) => unsent.all(tenant, limit) as string[],
    noteTaken: async (...given) => noteTaken.immediate(...given),
    async markSent(tenant, id, at) {
      sent.run(at, tenant, id);
    },
    async ping() {
      one.get('', '');
    },
    migrate: async () => migrate(),
    async close() {
      database.close();
    },
  };
  return guarded(store, (error) => sqliteFault(file, error));
}
