import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { manyInputSchema, outcomesAnswerSchema } from '../../../src/api/contract/decide-many.js';
import { noteOwnChange } from '../live/own-changes.js';
import { surely } from '../reach/reach.js';
import { api, type Query } from './client.js';
import type { LedgerRows } from './types.js';

export type ManyInput = z.input<typeof manyInputSchema>;
export type ManyDecision = ManyInput['decision'];
export type Outcome = z.output<typeof outcomesAnswerSchema>['outcomes'][number];

/** Rows that one decision is made on at most: src/app/standing/decide-many.ts. */
export const mostChosen = 500;

/** The first rows of a filter, as many as may be chosen. */
export const rowsToChoose = (filter: Query, sort: string): Promise<LedgerRows> =>
  api.get<LedgerRows>('/commitments', { ...filter, sort, limit: mostChosen });

interface DecidingMany {
  readonly input: ManyInput;
  /** Whose promises they are. */
  readonly documentIds: readonly string[];
}

/** One decision on many promises; the answer says of each what became of it. */
export function useDecideMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input }: DecidingMany) =>
      surely((headers) => api.post<{ outcomes: Outcome[] }>('/decisions', input, headers)),
    onSettled: (_answer, _thrown, { documentIds }) => {
      noteOwnChange(...documentIds);
      for (const key of ['ledger', 'promise', 'proposal', 'links'])
        void client.invalidateQueries({ queryKey: [key] });
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'document' && queryKey[2] === 'items',
        refetchType: 'none',
      });
    },
  });
}
