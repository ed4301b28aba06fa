import type { ReminderStore } from '../../../app/ports/reminder-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import type { ReminderDelivery } from '../../../domain/reminder.js';
import { assertReplicaSet, connectMongo, type MongoAt } from '../../mongo/connection.js';
import { guardedMongo } from '../../mongo/guarded-mongo.js';
import { isTaken } from '../../mongo/taken.js';

const name = 'reminder_deliveries';
type DeliveryRecord = ReminderDelivery & {
  readonly _id: { readonly tenant: string; readonly id: string };
  /** Unique over the deliveries of a target: one document takes them all or none. */
  readonly keys: readonly string[];
};

const deliveryOf = ({ _id, keys, ...delivery }: DeliveryRecord): ReminderDelivery => delivery;

/** In a MongoDB replica set. Faults at opening: as the ledger's. */
export async function openMongoReminders(at: MongoAt): Promise<ReminderStore> {
  const connection = await connectMongo(at);
  const database = connection.db;
  if (!database) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  const deliveries = database.collection<DeliveryRecord>(name);
  const store: ReminderStore = {
    async fresh(tenant, target, keys) {
      const found = deliveries.find(
        { tenant, target, keys: { $in: [...keys] } },
        { projection: { keys: 1 } },
      );
      const known = new Set<string>();
      for await (const record of found) for (const key of record.keys) known.add(key);
      return new Set(keys.filter((key) => !known.has(key)));
    },
    async note(delivery) {
      const { tenant, id, reminders } = delivery;
      const keys = [...new Set(reminders.map(({ key }) => key))];
      try {
        await deliveries.insertOne({ ...delivery, _id: { tenant, id }, keys });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    async delivery(tenant, id) {
      const record = await deliveries.findOne({ _id: { tenant, id } });
      return record && deliveryOf(record);
    },
    async unsent(tenant, limit) {
      const found = deliveries.find({ tenant, sentAt: null }, { projection: { id: 1 } });
      return (await found.sort({ day: 1, id: 1 }).limit(limit).toArray()).map(({ id }) => id);
    },
    async noteTaken(tenant, id, receivers) {
      const added = { $addToSet: { taken: { $each: [...receivers] } } };
      await deliveries.updateOne({ _id: { tenant, id } }, added);
    },
    async markSent(tenant, id, at) {
      await deliveries.updateOne({ _id: { tenant, id }, sentAt: null }, { $set: { sentAt: at } });
    },
    ping: () => assertReplicaSet(connection, at.url),
    async migrate() {
      const known = await database.listCollections({ name }).hasNext();
      await deliveries.createIndex({ tenant: 1, target: 1, keys: 1 }, { unique: true });
      await deliveries.createIndex({ tenant: 1, sentAt: 1, day: 1, id: 1 });
      return known ? [] : ['reminders-0001'];
    },
    async close() {
      await connection.close();
    },
  };
  return guardedMongo(connection, at, store);
}
