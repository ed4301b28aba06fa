import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './client.js';
import type {
  Invited,
  IssuedToken,
  NewPerson,
  NewToken,
  People,
  Person,
  PersonChange,
  Tokens,
} from './types.js';

export const usersKey = ['users'] as const;
export const tokensKey = ['tokens'] as const;

export const usersQuery = queryOptions({
  queryKey: usersKey,
  queryFn: ({ signal }) => api.get<People>('/users', {}, signal),
});

export const useUsers = () => useQuery(usersQuery);

export const useTokens = () =>
  useQuery({ queryKey: tokensKey, queryFn: ({ signal }) => api.get<Tokens>('/tokens', {}, signal) });

/** The link by which the person sets their password is in the answer and nowhere else. */
export const inviteUser = (given: NewPerson) => api.post<Invited>('/users', given);

export const linkFor = (id: string) => api.post<Invited>(`/users/${encodeURIComponent(id)}/link`);

/** Refused where somebody else has changed the person since they were read. */
export const changeUser = ({ id, version }: Person, change: PersonChange) =>
  api.patch<Person>(`/users/${encodeURIComponent(id)}`, change, { 'if-match': `"${version}"` });

export const issueToken = (given: NewToken) => api.post<IssuedToken>('/tokens', given);

export const removeToken = (id: string) => api.remove<null>(`/tokens/${encodeURIComponent(id)}`);
