import { inject } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { tokenize } from './ledger-fixtures.js';
import { ledgerStoreContract } from './ledger-store.contract.js';

const url = databaseUrl(inject('mongodbUrl'), `contract_${process.pid}`);

ledgerStoreContract('mongo', async () => {
  const store = await openMongoStore({ url, tokenize });
  await store.migrate();
  return store;
});
