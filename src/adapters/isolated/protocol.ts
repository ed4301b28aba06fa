import type { FaultCode, FaultParameters } from '../../domain/errors.js';

/** Child to parent: ready, once; then for each request any number of parts and the reply or the coded fault. */
export type FromChild =
  | { readonly ready: true }
  | { readonly part: unknown }
  | { readonly reply: unknown }
  | { readonly code: FaultCode; readonly parameters: FaultParameters; readonly stack: string | undefined };
