import type { ContainerType, ReadFault } from '../reader.js';
import type { UnpackBudget } from '../shared/unpack.js';

/** A file inside a container, with its path in there, or why it could not be taken out. */
export type Member =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly fault: ReadFault };

/** One kind of file that holds documents. */
export interface Container {
  readonly takes: ContainerType;
  /**
   * The files in it, one at a time, litter of systems left out. Throws ReadFault for what concerns the whole container,
   * before the first file; `name` is the container's own, for files that have none.
   */
  members(bytes: Uint8Array, budget: UnpackBudget, name: string): AsyncIterable<Member> | Iterable<Member>;
}
