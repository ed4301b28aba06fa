/** An answer is given again for so many milliseconds. */
export const answersKeptMs = 24 * 3_600_000;

/** Who sent a request once, and under which key: the answer is kept for them alone. */
export interface RequestKey {
  readonly tenant: string;
  /** Digest of who asks and of the key they gave. */
  readonly id: string;
}

export type Claimed =
  | { readonly state: 'ours' }
  /** `answer` is null while the first request is at work. */
  | { readonly state: 'known'; readonly fingerprint: string; readonly answer: Uint8Array | null };

/** First answers to requests that create something, so that the same request sent again creates nothing. */
export interface FirstAnswers {
  /**
   * Takes the key for a request, or tells of the one that has it. Of many at once one is `ours`. A key whose request was
   * begun before `lapsed` and never answered, or which was kept since before `expired`, is free again.
   * @param fingerprint of what is asked
   * @param at ISO instant, as are `lapsed` and `expired`
   */
  claimKey(
    key: RequestKey,
    fingerprint: string,
    times: { readonly at: string; readonly lapsed: string; readonly expired: string },
  ): Promise<Claimed>;
  /**
   * Keeps the answer under a key that is ours; nothing is kept where the key has lapsed and is another's.
   * @param at the instant with which it was claimed
   */
  keepAnswer(key: RequestKey, at: string, answer: Uint8Array): Promise<void>;
  /**
   * Gives a key that is ours free again: nothing was created. One that has lapsed and is another's stays theirs.
   * @param at the instant with which it was claimed
   */
  freeKey(key: RequestKey, at: string): Promise<void>;
  /**
   * Deletes what was kept since before `expired`, of every tenant.
   * @param expired ISO instant
   */
  forgetAnswers(expired: string): Promise<void>;
}
