import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from './client.js';
import type { Proposals, ShownProposal } from './standing-types.js';

/** Proposals page by page. @param text a part of the number, the title or the session */
export const useProposals = (text: string) =>
  useInfiniteQuery({
    queryKey: ['proposals', text],
    queryFn: ({ pageParam, signal }) =>
      api.get<Proposals>('/proposals', { text, limit: 100, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useProposal = (id: string) =>
  useQuery({
    queryKey: ['proposal', id],
    queryFn: ({ signal }) => api.get<ShownProposal>(`/proposals/${encodeURIComponent(id)}`, {}, signal),
  });
