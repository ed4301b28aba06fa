import type { SecretStore } from '../../../app/ports/people-store.js';
import type { Secret } from '../../../domain/people.js';
import type { Database } from '../../sqlite/database.js';

const read = (body: unknown): Secret | null =>
  body === undefined ? null : (JSON.parse(body as string) as Secret);

export function secretMethods(database: Database): SecretStore {
  const one = database.prepare('SELECT body FROM secrets WHERE hash = ?').pluck();
  const attempts = database.prepare(
    'SELECT count, last_at FROM sign_in_attempts WHERE tenant = ? AND login = ?',
  );
  const attempt = database.prepare(
    `INSERT INTO sign_in_attempts VALUES (?, ?, 1, ?)
     ON CONFLICT DO UPDATE SET count = count + 1, last_at = excluded.last_at`,
  );

  return {
    async addSecret(secret) {
      const { hash, id, tenant, kind, personId, expiresAt } = secret;
      database
        .prepare('INSERT INTO secrets VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(hash, id, tenant, kind, personId, expiresAt, JSON.stringify(secret));
    },

    async secret(hash) {
      return read(one.get(hash));
    },

    async takeSecret(hash) {
      return read(database.prepare('DELETE FROM secrets WHERE hash = ? RETURNING body').pluck().get(hash));
    },

    async secrets(tenant, kind) {
      const bodies = database
        .prepare('SELECT body FROM secrets WHERE tenant = ? AND kind = ?')
        .pluck()
        .all(tenant, kind);
      const found = bodies.map((body) => JSON.parse(body as string) as Secret);
      return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },

    async removeSecret(tenant, kind, id) {
      const remove = database.prepare('DELETE FROM secrets WHERE tenant = ? AND kind = ? AND id = ?');
      return remove.run(tenant, kind, id).changes > 0;
    },

    async removeExpired(now) {
      database.prepare('DELETE FROM secrets WHERE expires_at <= ?').run(now);
    },

    async noteAttempt(tenant, login, at) {
      return database
        .transaction(() => {
          const known = attempts.get(tenant, login) as { count: number; last_at: string } | undefined;
          attempt.run(tenant, login, at);
          return { before: known?.count ?? 0, lastAt: known?.last_at ?? null };
        })
        .immediate();
    },

    async clearAttempts(tenant, login) {
      database.prepare('DELETE FROM sign_in_attempts WHERE tenant = ? AND login = ?').run(tenant, login);
    },
  };
}
