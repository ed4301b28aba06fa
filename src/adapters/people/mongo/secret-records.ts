import type { mongo } from 'mongoose';
import type { SecretStore } from '../../../app/ports/people-store.js';
import type { Secret } from '../../../domain/people.js';
import { onceMoreWhenTaken } from '../../mongo/taken.js';

type SecretRecord = Omit<Secret, 'hash'> & { readonly _id: string };
interface AttemptRecord {
  readonly tenant: string;
  readonly login: string;
  readonly count: number;
  readonly lastAt: string;
}

const secretOf = ({ _id, ...rest }: SecretRecord): Secret => ({ ...rest, hash: _id });

export function secretMethods(database: mongo.Db): SecretStore {
  const secrets = database.collection<SecretRecord>('secrets');
  const attempts = database.collection<AttemptRecord>('sign_in_attempts');

  return {
    async addSecret({ hash, ...secret }) {
      await secrets.insertOne({ ...secret, _id: hash });
    },

    async secret(hash) {
      const record = await secrets.findOne({ _id: hash });
      return record && secretOf(record);
    },

    async takeSecret(hash) {
      const record = await secrets.findOneAndDelete({ _id: hash });
      return record && secretOf(record);
    },

    async secrets(tenant, kind) {
      const records = await secrets.find({ tenant, kind }).sort({ createdAt: 1 }).toArray();
      return records.map(secretOf);
    },

    async removeSecret(tenant, kind, id) {
      return (await secrets.deleteOne({ tenant, kind, id })).deletedCount > 0;
    },

    async removeExpired(now) {
      await secrets.deleteMany({ expiresAt: { $ne: null, $lte: now } });
    },

    async noteAttempt(tenant, login, at) {
      const before = await onceMoreWhenTaken(() =>
        attempts.findOneAndUpdate(
          { tenant, login },
          { $inc: { count: 1 }, $set: { lastAt: at } },
          { upsert: true, returnDocument: 'before' },
        ),
      );
      return { before: before?.count ?? 0, lastAt: before?.lastAt ?? null };
    },

    async clearAttempts(tenant, login) {
      await attempts.deleteOne({ tenant, login });
    },
  };
}
