import { useQuery } from '@tanstack/react-query';
import { api } from './client.js';
import type { LedgerRows, Statistics } from './types.js';

export const useStatistics = () =>
  useQuery({
    queryKey: ['ledger', 'statistics'],
    queryFn: ({ signal }) => api.get<Statistics>('/statistics', {}, signal),
  });

const mostOfAMonth = 500;

/** What falls due in a month (`2025-12`), at most so many; `nextCursor` tells that there is more. */
export const useMonth = (month: string, lastDay: string) =>
  useQuery({
    queryKey: ['ledger', 'month', month],
    queryFn: ({ signal }) =>
      api.get<LedgerRows>(
        '/commitments',
        {
          stance: 'commitment',
          deadlineFrom: `${month}-01`,
          deadlineTo: lastDay,
          limit: mostOfAMonth,
          count: true,
        },
        signal,
      ),
  });
