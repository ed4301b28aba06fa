import { inject } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoPeople } from '../../src/adapters/people/mongo/mongo.people.js';
import { peopleStoreContract } from './people-store.contract.js';

const url = databaseUrl(inject('mongodbUrl'), `people_${process.pid}`);

peopleStoreContract('mongo', async () => {
  const store = await openMongoPeople({ url });
  await store.migrate();
  return store;
});
