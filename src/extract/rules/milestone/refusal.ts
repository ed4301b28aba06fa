/** Why a deliverable is no milestone: the rule that `explain` tells, null where another item says it. */
export interface Refusal {
  readonly rule: string | null;
}
