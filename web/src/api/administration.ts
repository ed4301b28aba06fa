import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { backupsAnswerSchema, findingsAnswerSchema } from '../../../src/api/contract/administration.js';
import type { practiceAnswerSchema } from '../../../src/api/contract/practice.js';
import { useLanguage } from '../i18n/words.js';
import { api } from './client.js';
import { jobsKey } from './operations.js';
import type { Job } from './types.js';

type Findings = z.output<typeof findingsAnswerSchema>;
export type Finding = Findings['findings'][number];
export type Practice = z.output<typeof practiceAnswerSchema>;
export type Profile = Practice['profile'];

type Backups = z.output<typeof backupsAnswerSchema>;
export type Backup = Backups['backups'][number];

/** Whether a job is yet to end. */
export const isUnderWay = (job: Job | null | undefined): boolean =>
  job?.status === 'waiting' || job?.status === 'delayed' || job?.status === 'running';

const backupsKey = ['backups'] as const;
const lookMs = 1_000;

/** The backups that there are, asked for again while one is being made. */
export const useBackups = () =>
  useQuery({
    queryKey: backupsKey,
    queryFn: ({ signal }) => api.get<Backups>('/backups', {}, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.job) ? lookMs : false),
  });

/** Asks for a backup of everything. */
export function useBackup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Job>('/backups'),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: backupsKey });
      void client.invalidateQueries({ queryKey: jobsKey });
    },
  });
}

export const practiceKey = ['practice'] as const;

const practiceQuery = queryOptions({
  queryKey: practiceKey,
  queryFn: ({ signal }) => api.get<Practice>('/practice', {}, signal),
});

/** What is set for the office. */
export const usePractice = () => useQuery(practiceQuery);

/** Asks for the practice as it is now. */
export function useReadPractice(): () => Promise<Practice> {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...practiceQuery, staleTime: 0 });
}

interface PracticeChange {
  /** null: back to what the configuration names. */
  readonly profile: Profile | null;
  /** Of the one that was changed. */
  readonly version: number;
}

/**
 * Sets the office's practice. All that is shown goes by it.
 * @param onRefused is done before the refusal is told of
 */
export function useSetPractice(onRefused?: (thrown: unknown) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ profile, version }: PracticeChange) =>
      api.put<Practice>('/practice', { profile }, { 'if-match': `"${version}"` }),
    onSuccess: (practice) => {
      client.setQueryData(practiceKey, practice);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== practiceKey[0] });
    },
    onError: (thrown) => onRefused?.(thrown),
  });
}

/** What the doctor finds, in the language of the page. */
export function useFindings() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['findings', language],
    queryFn: ({ signal }) => api.get<Findings>('/findings', {}, signal),
  });
}
