import type { PeopleStore } from '../../../app/ports/people-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { Person } from '../../../domain/people.js';
import type { Database } from '../../sqlite/database.js';
import { changed } from '../shared/last-administrator.js';

type People = Pick<
  PeopleStore,
  'hasPeople' | 'addPerson' | 'person' | 'people' | 'credentials' | 'changePerson' | 'setPassword'
>;

const governs = ({ role, disabled }: Person): number => (role === 'administrator' && !disabled ? 1 : 0);
const read = (body: unknown): Person => JSON.parse(body as string) as Person;

export function personMethods(database: Database): People {
  const one = database.prepare('SELECT body FROM people WHERE tenant = ? AND id = ?').pluck();
  const find = (tenant: string, id: string): Person => {
    const body = one.get(tenant, id);
    if (body === undefined) throw new JiannuoError('not-found', { what: 'person', id });
    return read(body);
  };
  const others = database
    .prepare('SELECT count(*) FROM people WHERE tenant = ? AND governs = 1 AND id <> ?')
    .pluck();
  const replace = database.prepare('UPDATE people SET governs = ?, body = ? WHERE id = ?');
  const insert = database.prepare('INSERT INTO people VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const write = <T>(work: () => T): T => database.transaction(work).immediate();

  return {
    async hasPeople(tenant) {
      return database.prepare('SELECT 1 FROM people WHERE tenant = ? LIMIT 1').get(tenant) !== undefined;
    },

    async addPerson(person, passwordHash) {
      const { id, tenant, login } = person;
      const values = [id, tenant, login, governs(person), passwordHash, JSON.stringify(person)];
      if (insert.run(...values).changes === 0) throw new JiannuoError('login-taken', { login });
    },

    async person(tenant, id) {
      const body = one.get(tenant, id);
      return body === undefined ? null : read(body);
    },

    async people(tenant) {
      const bodies = database.prepare('SELECT body FROM people WHERE tenant = ? ORDER BY login').pluck();
      return bodies.all(tenant).map(read);
    },

    async credentials(tenant, login) {
      const record = database
        .prepare('SELECT body, password FROM people WHERE tenant = ? AND login = ?')
        .get(tenant, login) as { body: string; password: string | null } | undefined;
      return record ? { person: read(record.body), passwordHash: record.password } : null;
    },

    async changePerson(tenant, id, change, version) {
      return write(() => {
        const next = changed(find(tenant, id), change, version, others.get(tenant, id) as number);
        replace.run(governs(next), JSON.stringify(next), id);
        return next;
      });
    },

    async setPassword(tenant, id, passwordHash) {
      write(() => {
        find(tenant, id);
        database.prepare('UPDATE people SET password = ? WHERE id = ?').run(passwordHash, id);
        database
          .prepare("DELETE FROM secrets WHERE person_id = ? AND kind IN ('session', 'invitation')")
          .run(id);
      });
    },
  };
}
