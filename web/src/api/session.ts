import { useQuery } from '@tanstack/react-query';
import { api } from './client.js';
import { isProblem } from './problem.js';
import type { Me, Person } from './types.js';

export const sessionKey = ['session'] as const;

/** Who uses the page: null where nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return await api.get<Me>('/session', {}, signal);
      } catch (thrown) {
        if (isProblem(thrown, 401)) return null;
        throw thrown;
      }
    },
    staleTime: 60_000,
  });
}

export const signIn = (login: string, password: string) => api.post<Person>('/session', { login, password });
export const signOut = () => api.remove<null>('/session');
