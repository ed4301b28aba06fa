/** A file that is broken or malicious, and how reading it has to end. */
export interface HostileCase {
  /** Its name tells what is wrong with it; the extension may lie. */
  readonly file: string;
  readonly make: () => Uint8Array;
  /** `read`, or codes of faults; of a container each document in it ends in one of them. */
  readonly ends: readonly string[];
  /** What the text has to hold where it was read, and what it must not. */
  readonly holds?: string;
  readonly lacks?: string;
  /** Takes seconds: left to the long run. */
  readonly isHeavy?: true;
}

/** The sentence that stands in most of the files. */
export const promise = '到2025年底，新建社区食堂5所，县域内就诊率达到92%以上。';
/** Numbers that nobody is to see. */
export const hidden = '新增床位4321张';

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);
export const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The first part of a file. */
export const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share));
