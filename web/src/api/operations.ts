import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { unlessLive } from '../live/live-state.js';
import { api } from './client.js';
import type { Job, Jobs, Trail } from './types.js';

export const jobsKey = ['jobs'] as const;

const jobsLimit = 200;
const trailPage = 200;

/** Jobs, new ones first, asked for again while the page is open. */
export const useJobs = (status: Job['status'] | null) =>
  useQuery({
    queryKey: [...jobsKey, status],
    queryFn: ({ signal }) => api.get<Jobs>('/jobs', { status, limit: jobsLimit }, signal),
    refetchInterval: () => unlessLive(4_000),
  });

export const retryJob = (id: string) => api.post<Job>(`/jobs/${encodeURIComponent(id)}/retry`);

/** The audit trail, the newest first, some entries at a time. */
export const useTrail = () =>
  useInfiniteQuery({
    queryKey: ['trail'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Trail>('/trail', { order: 'newest', before: pageParam, limit: trailPage }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }) => (entries.length < trailPage ? null : (entries.at(-1)?.number ?? null)),
  });
