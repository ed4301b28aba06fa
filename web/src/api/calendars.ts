import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { calendarsAnswerSchema, issuedCalendarSchema } from '../../../src/api/contract/calendars.js';
import { api } from './client.js';

type Addresses = z.output<typeof calendarsAnswerSchema>;
type Issued = z.output<typeof issuedCalendarSchema>;

const key = ['calendar-addresses'] as const;

/** One's own addresses by their names. @param enabled only an account has any */
export const useCalendars = (enabled: boolean) =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Addresses>('/session/calendars', {}, signal),
    enabled,
  });

/** The address is in the answer and nowhere else. */
export function useNewCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.post<Issued>('/session/calendars', { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Programs that have the address read nothing any more. */
export function useRevokeCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.remove<null>(`/session/calendars/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
