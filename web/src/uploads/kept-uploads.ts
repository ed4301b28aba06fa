/** What a page that was reloaded knows of files that were under way: those that had come in, and those that had not. */
export interface KeptUpload {
  readonly name: string;
  /** null: not taken in. */
  readonly documentId: string | null;
}

const key = 'uploads';

/** Written as the page is left, and read once: a copy of the tab has no part in it. */
export function keepUploads(owner: string, rows: readonly KeptUpload[]): void {
  if (rows.length === 0) return;
  try {
    sessionStorage.setItem(key, JSON.stringify({ owner, rows }));
  } catch {
    // Without storage, or with none left, the ledger itself still has what came in.
  }
}

const isKept = (each: unknown): each is KeptUpload => {
  const { name, documentId } = (each ?? {}) as Partial<KeptUpload>;
  return typeof name === 'string' && (documentId === null || typeof documentId === 'string');
};

/** What was kept for this person; what was another's is gone. */
export function takeKeptUploads(owner: string): readonly KeptUpload[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { owner?: unknown; rows?: unknown };
    sessionStorage.removeItem(key);
    return kept.owner === owner && Array.isArray(kept.rows) ? kept.rows.filter(isKept) : [];
  } catch {
    return [];
  }
}
