/** The package's entry for programs (docs/library.md): pure functions, without a store, a queue or a process. */

export type { TrackedRow } from '../app/track/track-documents.js';
export type { DocumentMeta, Engine } from '../domain/document.js';
export { type FaultCode, JiannuoError } from '../domain/errors.js';
export type { Considered, Finding } from '../domain/examination.js';
export { type Item, itemSchema } from '../domain/item.js';
export { type SourceText, sourceTextSchema } from '../domain/source-text.js';
export type { Evidence, Verdict } from '../domain/tracking.js';
export { intlSegmenter } from '../text/segment/intl-segmenter.js';
export type { Segmenter } from '../text/segment/segmenter.js';
export type { TrackedDocument } from '../track/fact/document-view.js';
export * from './documents.js';
export * from './tracking.js';
