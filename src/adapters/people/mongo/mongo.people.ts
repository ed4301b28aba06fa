import type { PeopleStore } from '../../../app/ports/people-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import { assertReplicaSet, connectMongo, type MongoAt } from '../../mongo/connection.js';
import { guardedMongo } from '../../mongo/guarded-mongo.js';
import { applyMigrations, assertMigrated } from './migrations.js';
import { personMethods } from './people-records.js';
import { secretMethods } from './secret-records.js';

/** People in a MongoDB replica set; their schema comes by `migrate()`. Faults at opening: as the ledger's. */
export async function openMongoPeople(at: MongoAt): Promise<PeopleStore> {
  const connection = await connectMongo(at);
  const database = connection.db;
  if (!database) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  const store: PeopleStore = {
    ...personMethods(connection, database),
    ...secretMethods(database),
    async ping() {
      await assertReplicaSet(connection, at.url);
      await assertMigrated(database);
    },
    migrate: () => applyMigrations(database),
    async close() {
      await connection.close();
    },
  };
  return guardedMongo(connection, at, store);
}
