/** Flags of the ledger's filters whose names differ from those of the query, and the data folder, which is none. */
export interface FilterFlags {
  readonly document?: string;
  readonly withoutDeadline?: boolean;
  readonly withDeadline?: boolean;
  readonly data?: string;
}

/** Flags as parameters of the query that the API takes too. */
export function filterFlags<Flags extends FilterFlags>({
  document,
  withoutDeadline,
  withDeadline,
  data: _,
  ...rest
}: Flags): Record<string, unknown> {
  return {
    ...rest,
    ...(document !== undefined && { documentId: document }),
    ...(withoutDeadline && { noDeadline: 'true' }),
    ...(withDeadline && { noDeadline: 'false' }),
  };
}
