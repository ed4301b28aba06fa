import type { Connection, mongo } from 'mongoose';
import type { PeopleStore } from '../../../app/ports/people-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { Person } from '../../../domain/people.js';
import { isTaken } from '../../mongo/taken.js';
import { changed } from '../shared/last-administrator.js';

type People = Pick<
  PeopleStore,
  'hasPeople' | 'addPerson' | 'person' | 'people' | 'credentials' | 'changePerson' | 'setPassword'
>;

type PersonRecord = Omit<Person, 'id'> & { readonly _id: string; readonly password: string | null };

const personOf = ({ _id, password: _, ...rest }: PersonRecord): Person => ({ ...rest, id: _id });
const missing = (id: string) => new JiannuoError('not-found', { what: 'person', id });

export function personMethods(connection: Connection, database: mongo.Db): People {
  const people = database.collection<PersonRecord>('people');
  const offices = database.collection<{ _id: string; changes: number }>('people_offices');

  return {
    async hasPeople(tenant) {
      return (await people.findOne({ tenant }, { projection: { _id: 1 } })) !== null;
    },

    async addPerson({ id, ...person }, password) {
      try {
        await people.insertOne({ ...person, _id: id, password });
      } catch (error) {
        if (isTaken(error)) throw new JiannuoError('login-taken', { login: person.login }, error);
        throw error;
      }
    },

    async person(tenant, id) {
      const record = await people.findOne({ _id: id, tenant });
      return record && personOf(record);
    },

    async people(tenant) {
      const records = await people.find({ tenant }).sort({ login: 1 }).toArray();
      return records.map(personOf);
    },

    async credentials(tenant, login) {
      const record = await people.findOne({ tenant, login });
      return record && { person: personOf(record), passwordHash: record.password };
    },

    async changePerson(tenant, id, change, version) {
      let next: Person | undefined;
      await connection.transaction(async (session) => {
        // Written first: two changes in one office take turns, or both could take the other administrator for the last.
        await offices.updateOne({ _id: tenant }, { $inc: { changes: 1 } }, { upsert: true, session });
        const record = await people.findOne({ _id: id, tenant }, { session });
        if (!record) throw missing(id);
        const others = await people.countDocuments(
          { tenant, role: 'administrator', disabled: false, _id: { $ne: id } },
          { session },
        );
        next = changed(personOf(record), change, version, others);
        const { id: _, ...fields } = next;
        await people.updateOne({ _id: id }, { $set: fields }, { session });
      });
      if (!next) throw missing(id);
      return next;
    },

    async setPassword(tenant, id, password) {
      await connection.transaction(async (session) => {
        const { matchedCount } = await people.updateOne(
          { _id: id, tenant },
          { $set: { password } },
          { session },
        );
        if (matchedCount === 0) throw missing(id);
        await database
          .collection('secrets')
          .deleteMany({ personId: id, kind: { $in: ['session', 'invitation'] } }, { session });
      });
    },
  };
}
