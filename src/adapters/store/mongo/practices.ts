import type { PracticeStore } from '../../../app/ports/practice-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { OfficePractice } from '../../../domain/practice.js';
import { isTaken } from '../../mongo/taken.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Models } from './models.js';
import type { PracticeRecord } from './practice-model.js';

/** A practice as a record: its number is its key, so that of two who set the next one only one does. */
export const practiceRecord = (tenant: string, practice: OfficePractice): PracticeRecord => ({
  _id: JSON.stringify([tenant, practice.version]),
  tenant,
  ...practice,
});

export function practiceMethods({ practices }: Pick<Models, 'practices'>): PracticeStore {
  const last = async (tenant: string): Promise<OfficePractice | null> => {
    const found = await practices.findOne({ tenant }).sort({ version: -1 }).lean<PracticeRecord>();
    if (!found) return null;
    const { version, profile, madeBy, madeAt } = found;
    return { version, profile, madeBy, madeAt };
  };
  return {
    practice: last,

    async setPractice(tenant, given, version) {
      for (;;) {
        const before = (await last(tenant))?.version ?? 0;
        if (version !== undefined && version !== before)
          throw new JiannuoError('edit-conflict', { version: before });
        const made = { ...wellFormed(given), version: before + 1 };
        try {
          await practices.collection.insertOne(practiceRecord(tenant, made) as never);
          return made;
        } catch (error) {
          if (!isTaken(error)) throw error;
        }
      }
    },
  };
}
