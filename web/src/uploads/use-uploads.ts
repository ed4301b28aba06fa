import { useSyncExternalStore } from 'react';
import { uploads } from './upload-queue.js';
import type { UploadStatus } from './upload-row.js';

export const useUploads = () => useSyncExternalStore(uploads.subscribe, uploads.rows);

/** How many uploads there are of each status. */
export function useUploadCounts(): Readonly<Record<UploadStatus, number>> {
  const rows = useUploads();
  const counts = {
    waiting: 0,
    sending: 0,
    working: 0,
    done: 0,
    double: 0,
    failed: 0,
    refused: 0,
    unsent: 0,
    unseen: 0,
  };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}
