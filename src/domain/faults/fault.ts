/** `input`: the file or the request is at fault, never retried. `unavailable`: a server is away, retried. `defect`: ours, retried, then set aside. */
export type FaultClass = 'input' | 'unavailable' | 'defect';

/** One line of the table. `{name}` in a message stands for a parameter. */
export interface Fault {
  readonly class: FaultClass;
  readonly http: number;
  readonly zh: string;
  readonly en: string;
}

export const fault = (cls: FaultClass, http: number, zh: string, en: string): Fault => ({
  class: cls,
  http,
  zh,
  en,
});
