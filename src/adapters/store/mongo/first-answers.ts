import type { FirstAnswers, RequestKey } from '../../../app/ports/first-answers.js';
import { isTaken } from '../../mongo/taken.js';
import type { FirstAnswerRecord, Models } from './models.js';

const idOf = ({ tenant, id }: RequestKey): string => `${id}@${tenant}`;

export function firstAnswerMethods({ firstAnswers }: Models): FirstAnswers {
  return {
    async claimKey(key, fingerprint, { at, lapsed, expired }) {
      const over = [{ begunAt: { $lt: expired } }, { answer: null, begunAt: { $lt: lapsed } }];
      await firstAnswers.deleteMany({ $or: over });
      for (;;) {
        const record: FirstAnswerRecord = { _id: idOf(key), fingerprint, begunAt: at, answer: null };
        try {
          await firstAnswers.collection.insertOne(record as never);
          return { state: 'ours' };
        } catch (error) {
          if (!isTaken(error)) throw error;
        }
        const known = await firstAnswers.findOne({ _id: idOf(key) }).lean<FirstAnswerRecord>();
        // Given free between the two.
        if (!known) continue;
        const answer = known.answer && Buffer.from(known.answer.buffer);
        return { state: 'known', fingerprint: known.fingerprint, answer };
      }
    },
    async keepAnswer(key, at, answer) {
      const ours = { _id: idOf(key), begunAt: at };
      await firstAnswers.updateOne(ours, { $set: { answer: Buffer.from(answer) } });
    },
    async freeKey(key, at) {
      await firstAnswers.deleteOne({ _id: idOf(key), begunAt: at });
    },
    async forgetAnswers(expired) {
      await firstAnswers.deleteMany({ begunAt: { $lt: expired } });
    },
  };
}
