import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { noteOwnChange } from '../live/own-changes.js';
import { surely } from '../reach/reach.js';
import { api } from './client.js';
import { isProblem } from './problem.js';
import type {
  Claims,
  Decisions,
  NewDecision,
  NewStanding,
  PromiseEvidence,
  SeriesPoint,
  Standing,
} from './standing-types.js';

const pathOf = (id: string): string => `/commitments/${encodeURIComponent(id)}`;

export const promiseKey = (id: string) => ['promise', id] as const;

const promiseOf = (id: string) =>
  queryOptions({
    queryKey: promiseKey(id),
    queryFn: ({ signal }) => api.get<PromiseEvidence>(`${pathOf(id)}/evidence`, {}, signal),
  });

/** A row with all that bears on it. @param id null: of none */
export const usePromise = (id: string | null) => useQuery({ ...promiseOf(id ?? ''), enabled: id !== null });

export const useDecisions = (id: string) =>
  useQuery({
    queryKey: [...promiseKey(id), 'decisions'],
    queryFn: ({ signal }) => api.get<Decisions>(`${pathOf(id)}/decisions`, {}, signal),
  });

export const useClaims = (id: string) =>
  useQuery({
    queryKey: [...promiseKey(id), 'claims'],
    queryFn: ({ signal }) => api.get<Claims>(`${pathOf(id)}/claims`, {}, signal),
  });

export const useSeries = (indicator: string, enabled: boolean) =>
  useQuery({
    queryKey: ['series', indicator],
    queryFn: ({ signal }) => api.get<{ points: SeriesPoint[] }>('/indicators/series', { indicator }, signal),
    enabled: enabled && indicator !== '',
  });

export interface Deciding {
  readonly id: string;
  /** Whose promise it is. */
  readonly documentId: string;
  readonly decision: NewDecision;
  /** How many decisions were seen; null: not known, whichever there are. */
  readonly version: number | null;
}

/** Lists that a decision or a claim puts out of date. Nobody waits for them, and a document's items are read when it is next opened. */
function outdate(client: QueryClient): void {
  for (const list of ['ledger', 'proposal', 'series']) void client.invalidateQueries({ queryKey: [list] });
  void client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'document' && queryKey[2] === 'items',
    refetchType: 'none',
  });
}

/** Makes a decision against what was seen, and reads anew what hangs on it. */
export function useDecide(onDecided: (id: string, standing: Standing) => void = () => undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, version }: Deciding) =>
      surely((headers) =>
        api.post<NewStanding>(`${pathOf(id)}/decisions`, decision, {
          ...headers,
          ...(version === null ? {} : { 'if-match': `"${version}"` }),
        }),
      ),
    onSuccess: ({ standing }, { id, documentId }) => {
      noteOwnChange(documentId);
      onDecided(id, standing);
    },
    // Somebody else has decided: the next decision is made against that one.
    onError: async (thrown, { id }) => {
      if (!isProblem(thrown, 409)) return;
      const now = await client.fetchQuery({ ...promiseOf(id), staleTime: 0 }).catch(() => null);
      if (now?.standing) onDecided(id, now.standing);
    },
    // Also after a refusal: somebody else may have decided.
    onSettled: (_answer, _thrown, { id }) => {
      outdate(client);
      return Promise.all([
        client.invalidateQueries({ queryKey: promiseKey(id) }),
        client.invalidateQueries({ queryKey: ['links'] }),
      ]);
    },
  });
}

/** @param documentId whose promise it is */
export function useClaim(id: string, documentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: FormData) =>
      surely((headers) => api.postForm<NewStanding>(`${pathOf(id)}/claims`, form, headers)),
    onSuccess: () => {
      noteOwnChange(documentId);
      outdate(client);
      return client.invalidateQueries({ queryKey: promiseKey(id) });
    },
  });
}
