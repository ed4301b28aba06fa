import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.js';

/** A table that an office keeps. */
export interface SheetToSend {
  readonly list: File;
  /** Only tells what would be done. */
  readonly dryRun: boolean;
}

/** Takes in a table, or asks what that would do. @param refresh what is to be asked for anew by then */
export function useSheetImport<Told>(path: string, refresh: (told: Told, client: QueryClient) => unknown) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ list, dryRun }: SheetToSend) => {
      const form = new FormData();
      form.append('file', list);
      return api.postForm<Told>(`${path}?dryRun=${dryRun}`, form);
    },
    onSuccess: (told) => refresh(told, client),
  });
}
