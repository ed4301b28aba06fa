import type { FirstAnswers } from '../../../app/ports/first-answers.js';
import type { Session } from './session.js';

export function firstAnswerMethods({ statement, write }: Session): FirstAnswers {
  return {
    async claimKey({ tenant, id }, fingerprint, { at, lapsed, expired }) {
      return write(() => {
        statement('DELETE FROM first_answers WHERE begun_at < ? OR (answer IS NULL AND begun_at < ?)').run(
          expired,
          lapsed,
        );
        const { changes } = statement(
          'INSERT INTO first_answers VALUES (?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING',
        ).run(tenant, id, fingerprint, at);
        if (changes === 1) return { state: 'ours' };
        const known = statement(
          'SELECT fingerprint, answer FROM first_answers WHERE tenant = ? AND id = ?',
        ).get(tenant, id) as { fingerprint: string; answer: Buffer | null };
        return { state: 'known', ...known };
      });
    },
    async keepAnswer({ tenant, id }, at, answer) {
      statement('UPDATE first_answers SET answer = ? WHERE tenant = ? AND id = ? AND begun_at = ?').run(
        ...[answer, tenant, id, at],
      );
    },
    async freeKey({ tenant, id }, at) {
      statement('DELETE FROM first_answers WHERE tenant = ? AND id = ? AND begun_at = ?').run(tenant, id, at);
    },
    async forgetAnswers(expired) {
      statement('DELETE FROM first_answers WHERE begun_at < ?').run(expired);
    },
  };
}
