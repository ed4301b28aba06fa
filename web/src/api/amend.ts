import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  addedAnswerSchema,
  markingInputSchema,
  proposedAnswerSchema,
} from '../../../src/api/contract/amend.js';
import { noteOwnChange } from '../live/own-changes.js';
import { surely } from '../reach/reach.js';
import { api } from './client.js';

export type Proposed = z.output<typeof proposedAnswerSchema>;
export type Marking = z.input<typeof markingInputSchema>;
export interface Span {
  readonly start: number;
  readonly end: number;
}

const pathOf = (documentId: string): string => `/documents/${encodeURIComponent(documentId)}/items`;

/** What marked words may be added as. @param span null: nothing is marked */
export const useProposed = (documentId: string, span: Span | null) =>
  useQuery({
    queryKey: ['proposed', documentId, span],
    queryFn: ({ signal }) => api.get<Proposed>(`${pathOf(documentId)}/proposed`, { ...span }, signal),
    enabled: span !== null,
    gcTime: 0,
  });

/** Adds a promise, or takes back one that the same person added; the document's items are read anew. */
export function useAmend(documentId: string) {
  const client = useQueryClient();
  const onSettled = () => {
    noteOwnChange(documentId);
    for (const key of [['document', documentId, 'items'], ['ledger']])
      void client.invalidateQueries({ queryKey: key });
  };
  const add = useMutation({
    mutationFn: (marking: Marking) =>
      surely((headers) => api.post<z.output<typeof addedAnswerSchema>>(pathOf(documentId), marking, headers)),
    onSettled,
  });
  const takeBack = useMutation({
    mutationFn: (itemId: string) => api.remove<null>(`${pathOf(documentId)}/${encodeURIComponent(itemId)}`),
    onSettled,
  });
  return { add, takeBack };
}
