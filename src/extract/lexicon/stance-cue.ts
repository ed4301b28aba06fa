/** A word that leans a clause to promise (positive) or result (negative). */
export interface StanceCue {
  readonly rule: string;
  readonly regex: RegExp;
  readonly weight: number;
}
