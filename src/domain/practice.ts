import type { Profile } from './profile.js';

/** What an office has set as its practice. Each is kept; the last holds. */
export interface OfficePractice {
  /** Runs on from 1 in each office. */
  readonly version: number;
  /** null: back to what the configuration names. */
  readonly profile: Profile | null;
  /** Name of who set it. */
  readonly madeBy: string;
  /** ISO instant. */
  readonly madeAt: string;
}
