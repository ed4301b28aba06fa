import { inject } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoReminders } from '../../src/adapters/reminders/mongo/mongo.reminders.js';
import { reminderStoreContract } from './reminder-store.contract.js';

const url = databaseUrl(inject('mongodbUrl'), `reminders_${process.pid}`);

reminderStoreContract('mongo', async () => {
  const store = await openMongoReminders({ url });
  await store.migrate();
  return store;
});
