import { useSheetImport } from './sheet-import.js';
import type { LedgerImport } from './standing-types.js';

/** Takes in a ledger that the office kept before, or asks what that would do. */
export const useImportLedger = () =>
  useSheetImport<LedgerImport>('/commitments/import', ({ documentId }, client) =>
    // Rows, facets, figures and the calendar count what came in.
    documentId === null ? undefined : client.invalidateQueries(),
  );
