/** A part of a WHERE with the values that it takes. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}
