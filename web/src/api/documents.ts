import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './client.js';
import type { Documents, StoredDocument, Upload } from './types.js';

export const documentsKey = ['documents'] as const;

const pageSize = 100;
const settled = ({ status }: StoredDocument) => status === 'done' || status === 'failed';

/** Documents, new ones first, page by page; asked for again while any of them is being worked. */
export function useDocuments(status: StoredDocument['status'] | null) {
  return useInfiniteQuery({
    queryKey: [...documentsKey, status],
    queryFn: ({ pageParam, signal }) =>
      api.get<Documents>('/documents', { status, limit: pageSize, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ documents }) => !documents.every(settled)) ? 3_000 : false,
  });
}

/** The sample documents that come with the program; those that are there already are left alone. */
export const loadSamples = () => api.post<Upload>('/samples');
