import { inject } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoTrail } from '../../src/adapters/trail/mongo/mongo.trail.js';
import { trailStoreContract } from './trail-store.contract.js';

const url = databaseUrl(inject('mongodbUrl'), `trail_${process.pid}`);

trailStoreContract('mongo', async () => {
  const store = await openMongoTrail({ url });
  await store.migrate();
  return store;
});
