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
  /** Keeps the answer under a key that is ours. */
  keepAnswer(key: RequestKey, answer: Uint8Array): Promise<void>;
  /** Gives a key that is ours free again: nothing was created. */
  freeKey(key: RequestKey): Promise<void>;
}
