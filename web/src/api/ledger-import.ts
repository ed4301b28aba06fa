import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.js';
import type { LedgerImport } from './standing-types.js';

/** Takes in a ledger that the office kept before, or asks what that would do. */
export function useImportLedger() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ list, dryRun }: { readonly list: File; readonly dryRun: boolean }) => {
      const form = new FormData();
      form.append('file', list);
      return api.postForm<LedgerImport>(`/commitments/import?dryRun=${dryRun}`, form);
    },
    // Rows, facets, figures and the calendar count what came in.
    onSuccess: ({ documentId }) => (documentId === null ? undefined : client.invalidateQueries()),
  });
}
