import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { findingsAnswerSchema, practiceAnswerSchema } from '../../../src/api/contract/administration.js';
import { useLanguage } from '../i18n/words.js';
import { api } from './client.js';

type Findings = z.output<typeof findingsAnswerSchema>;
export type Finding = Findings['findings'][number];
export type Practice = z.output<typeof practiceAnswerSchema>;

export const practiceKey = ['practice'] as const;

/** What is set for the office. */
export const usePractice = () =>
  useQuery({ queryKey: practiceKey, queryFn: ({ signal }) => api.get<Practice>('/practice', {}, signal) });

/** What the doctor finds, in the language of the page. */
export function useFindings() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['findings', language],
    queryFn: ({ signal }) => api.get<Findings>('/findings', {}, signal),
  });
}
