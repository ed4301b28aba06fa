import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.js';
import { useSheetImport } from './sheet-import.js';
import type { Audit, ListImport, NewNote, Proposals, ShownProposal } from './standing-types.js';

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

/** Puts something down on a proposal, and reads anew what hangs on it. */
export function useNote(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: NewNote) => api.post<unknown>(`/proposals/${encodeURIComponent(id)}/notes`, given),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['proposal', id] }),
        client.invalidateQueries({ queryKey: ['proposals'] }),
      ]),
  });
}

/** Takes in a list of proposals, or asks what that would do. */
export const useImport = () =>
  useSheetImport<ListImport>('/proposals/import', ({ done }, client) =>
    done
      ? Promise.all([
          client.invalidateQueries({ queryKey: ['proposals'] }),
          client.invalidateQueries({ queryKey: ['proposal'] }),
        ])
      : undefined,
  );

const mostFindings = 500;

/** What an audit of the replies finds, of one kind. Under the ledger's key: decisions put it out of date. */
export const useAudit = (kind: Audit['findings'][number]['kind']) =>
  useQuery({
    queryKey: ['ledger', 'audit', kind],
    queryFn: ({ signal }) => api.get<Audit>('/audit', { kind, limit: mostFindings }, signal),
  });
