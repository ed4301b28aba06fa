import type { PracticeStore } from '../../../app/ports/practice-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { OfficePractice } from '../../../domain/practice.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Session } from './session.js';

export function practiceMethods({ statement, write }: Session): PracticeStore {
  const last = (tenant: string): OfficePractice | null => {
    const body = statement('SELECT body FROM practices WHERE tenant = ? ORDER BY version DESC LIMIT 1')
      .pluck()
      .get(tenant);
    return body === undefined ? null : (JSON.parse(body as string) as OfficePractice);
  };
  return {
    async practice(tenant) {
      return last(tenant);
    },

    async setPractice(tenant, given, version) {
      return write(() => {
        const before = last(tenant)?.version ?? 0;
        if (version !== undefined && version !== before)
          throw new JiannuoError('edit-conflict', { version: before });
        const made = { ...wellFormed(given), version: before + 1 };
        statement('INSERT INTO practices VALUES (?, ?, ?)').run(tenant, made.version, JSON.stringify(made));
        return made;
      });
    },
  };
}
