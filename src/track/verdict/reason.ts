import type { Obstacle } from '../compare/obstacle.js';

interface Figures {
  readonly target: string;
  readonly report: string;
}
interface Change {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly quote: string;
}
interface Due {
  readonly due: string;
  readonly asOf: string;
}
interface Words {
  readonly name: string;
  readonly quote: string;
}

/** What each reason tells: figures as written, days, quotes. */
export interface ReasonFields {
  readonly reached: Figures & { readonly at: string };
  readonly short: Figures & { readonly at: string; readonly gap: string };
  /** What is only begun, held against what is finished. */
  readonly begun: Figures & { readonly at: string };
  readonly derived: { readonly from: string; readonly to: string; readonly change: string };
  readonly 'due-past': Due;
  readonly 'due-ahead': Due;
  readonly 'due-unknown': object;
  readonly part: { readonly at: string };
  readonly 'every-year': { readonly at: string };
  readonly unclear: Figures;
  readonly differs: { readonly report: string; readonly at: string };
  readonly 'changed-value': Change;
  readonly 'changed-deadline': Change;
  readonly 'milestone-reached': Words;
  readonly 'milestone-short': Words;
  readonly 'not-comparable': Figures & { readonly obstacle: Obstacle };
  readonly nothing: { readonly indicator: string };
}
export type ReasonCode = keyof ReasonFields;

/** One sentence of why, as a code with its figures, so that it can be told in either language. */
export type Reason = {
  readonly [Code in ReasonCode]: { readonly code: Code } & ReasonFields[Code];
}[ReasonCode];
