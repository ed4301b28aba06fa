export interface FirstLoad {
  /** Of every page. */
  readonly frameKib: number;
  /** With the ledger, the page that is opened first. */
  readonly ledgerKib: number;
  /** Files that are loaded when they are needed, the largest first. */
  readonly later: readonly { readonly name: string; readonly kib: number }[];
}

/** What the first visit of the built page loads, in KiB over the wire (gzip). */
export function firstLoad(folder?: string): FirstLoad;
