import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/problem.js';
import { sessionKey } from '../api/session.js';

/** A session that ended is noticed at the next request, whichever it is: the page then asks for signing in. */
function onError(thrown: unknown): void {
  if (isProblem(thrown, 401)) queries.setQueryData(sessionKey, null);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // The service may be on this very machine: whether there is a network says nothing of whether it is reached.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      // What was refused is refused again; what was not reached, or was away, may be back.
      retry: (count, thrown) => count < 2 && isProblem(thrown, 0, 502, 503, 504),
      refetchOnWindowFocus: true,
    },
  },
});
