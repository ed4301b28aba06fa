import type { OfficePractice } from '../../domain/practice.js';

export interface PracticeStore {
  /** What the office has set last; null where it never set anything. */
  practice(tenant: string): Promise<OfficePractice | null>;
  /**
   * What holds from now on; what held before stays on record.
   * @param version the one that it was made from, 0 for none; any where it is absent. Fault: `edit-conflict`.
   */
  setPractice(
    tenant: string,
    given: Omit<OfficePractice, 'version'>,
    version?: number,
  ): Promise<OfficePractice>;
}
