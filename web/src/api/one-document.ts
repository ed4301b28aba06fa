import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { unlessLive } from '../live/live-state.js';
import { address, api } from './client.js';
import { ApiProblem, unreachable } from './problem.js';
import type { DocumentText, Items, PlacedItem, ReportLinks, Unmentioned } from './standing-types.js';
import type { StoredDocument } from './types.js';

const pathOf = (id: string): string => `/documents/${encodeURIComponent(id)}`;

/** The path of the original, to be kept. */
export const originalOf = (id: string): string => address(`${pathOf(id)}/original`);

/** The document with its items as one file. */
export const pageOf = (id: string, lang: string): string => address(`${pathOf(id)}/page.html`, { lang });

const documentOf = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => api.get<StoredDocument>(pathOf(id), {}, signal),
  });

export const useDocument = (id: string) => useQuery(documentOf(id));

/** Asks for the document as it is now. */
export function useReadAnew(id: string): () => Promise<StoredDocument> {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...documentOf(id), staleTime: 0 });
}

export const useDocumentText = (id: string) =>
  useQuery({
    queryKey: ['document', id, 'text'],
    queryFn: ({ signal }) => api.get<DocumentText>(`${pathOf(id)}/text`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

/** The bytes as they were taken in. */
export const useOriginal = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['document', id, 'original'],
    queryFn: async ({ signal }) => {
      const answer = await fetch(originalOf(id), { signal }).catch((thrown: unknown) => {
        if (signal.aborted) throw thrown;
        throw unreachable();
      });
      if (!answer.ok) throw ApiProblem.from(answer.status, await answer.json().catch(() => null));
      return answer.arrayBuffer();
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

const pageSize = 2_000;

/** Promises that are still being compared; of a long document nobody waits for it. */
const isWaiting = (pages: readonly Items[] | undefined): boolean =>
  pages?.length === 1 &&
  (pages[0]?.items.some(({ row }) => row.stance === 'commitment' && row.state === null) ?? false);

/** All items of a document in its order, page after page until the last. */
export function useItems(id: string): {
  readonly items: readonly PlacedItem[];
  readonly isWhole: boolean;
  readonly error: unknown;
} {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['document', id, 'items'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Items>(`${pathOf(id)}/items`, { limit: pageSize, boxes: true, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    structuralSharing: false,
    refetchInterval: ({ state }) => (isWaiting(state.data?.pages) ? unlessLive(1_500) : false),
  });
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  return { items: data ?? none, isWhole: data !== undefined && !hasNextPage, error };
}

const none: readonly PlacedItem[] = [];

export const useLinks = (id: string) =>
  useInfiniteQuery({
    queryKey: ['links', id],
    queryFn: ({ pageParam, signal }) =>
      api.get<ReportLinks>(`${pathOf(id)}/links`, { limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useUnmentioned = (id: string) =>
  useQuery({
    queryKey: ['links', id, 'unmentioned'],
    queryFn: ({ signal }) => api.get<Unmentioned>(`${pathOf(id)}/unmentioned`, {}, signal),
  });
