import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Query } from './client.js';
import type { Facets, LedgerRows, RowWithPassage } from './types.js';

const pageSize = 100;

/** Rows of the ledger page by page; the first page says how many there are. */
export function useLedgerRows(filter: Query, sort: string) {
  return useInfiniteQuery({
    queryKey: ['ledger', 'rows', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      api.get<LedgerRows>(
        '/commitments',
        { ...filter, sort, limit: pageSize, cursor: pageParam, count: pageParam === null ? true : null },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** How many rows there are of each value that the ledger could be narrowed to. */
export function useFacets(filter: Query) {
  return useQuery({
    queryKey: ['ledger', 'facets', filter],
    queryFn: ({ signal }) => api.get<Facets>('/commitments/facets', filter, signal),
    placeholderData: keepPreviousData,
  });
}

export function useRow(id: string | null) {
  return useQuery({
    queryKey: ['ledger', 'row', id],
    queryFn: ({ signal }) =>
      api.get<RowWithPassage>(`/commitments/${encodeURIComponent(id ?? '')}`, {}, signal),
    enabled: id !== null,
  });
}
