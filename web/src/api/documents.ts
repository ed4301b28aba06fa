import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { unlessLive } from '../live/live-state.js';
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
      state.data?.pages.some(({ documents }) => !documents.every(settled)) ? unlessLive(3_000) : false,
  });
}

/** Whether the office has any document; undefined until it is known. */
export const useHasDocuments = (): boolean | undefined =>
  useQuery({
    queryKey: [...documentsKey, 'any'],
    queryFn: ({ signal }) => api.get<Documents>('/documents', { limit: 1 }, signal),
    select: ({ documents }) => documents.length > 0,
  }).data;

/** The sample documents that come with the program; those that are there already are left alone. */
export const loadSamples = () => api.post<Upload>('/samples');
