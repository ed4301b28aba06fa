import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  binAnswerSchema,
  binnedDocumentSchema,
  emptiedSchema,
} from '../../../src/api/contract/documents.js';
import { api } from './client.js';
import { documentsKey } from './documents.js';
import type { StoredDocument } from './types.js';

export type Binned = z.output<typeof binnedDocumentSchema>;

const binKey = ['bin'] as const;
const pageSize = 100;
const pathOf = (id: string): string => `/documents/${encodeURIComponent(id)}`;

/** Documents in the bin, those put there last first. */
export const useBin = () =>
  useInfiniteQuery({
    queryKey: binKey,
    queryFn: ({ pageParam, signal }) =>
      api.get<z.output<typeof binAnswerSchema>>('/bin', { limit: pageSize, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Into the bin, out of it, and out of it for good; lists that hang on it are read anew. */
export function useBinning() {
  const client = useQueryClient();
  const onSettled = () => {
    const lists = ['ledger', 'promise', 'proposal', 'proposals', 'statistics', 'due'].map((kind) => [kind]);
    for (const queryKey of [binKey, documentsKey, ...lists]) void client.invalidateQueries({ queryKey });
  };
  const put = useMutation({ mutationFn: (id: string) => api.remove<Binned>(pathOf(id)), onSettled });
  const restore = useMutation({
    mutationFn: (id: string) => api.post<StoredDocument>(`${pathOf(id)}/restore`),
    onSettled,
  });
  const empty = useMutation({
    mutationFn: () => api.remove<z.output<typeof emptiedSchema>>('/bin'),
    onSettled,
  });
  return { put, restore, empty };
}
