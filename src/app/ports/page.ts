export interface Page<T> {
  readonly rows: readonly T[];
  /** null on the last page. Opaque: made and read by the store, bound to the sort. */
  readonly nextCursor: string | null;
}
