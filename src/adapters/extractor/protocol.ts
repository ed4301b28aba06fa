import type { EngineNow } from '../../app/ports/extractor.js';
import type { DocumentMeta, Engine } from '../../domain/document.js';
import type { Item } from '../../domain/item.js';
import type { SourceText } from '../../domain/source-text.js';
import type { TrackedDocument, TrackedText } from '../../track/fact/document-view.js';
import type { PlannedDeliverables } from '../../track/ledger/hold-words.js';

/** Parent to child. */
export type ExtractorRequest =
  | { readonly ask: 'engine' }
  | { readonly ask: 'words'; readonly text: string }
  | { readonly ask: 'examine'; readonly source: SourceText; readonly sha256: string }
  | { readonly ask: 'facts'; readonly document: TrackedDocument }
  | {
      readonly ask: 'news';
      readonly document: TrackedText & { readonly id: string };
      readonly plans: readonly PlannedDeliverables[];
    }
  | { readonly ask: 'extract'; readonly source: SourceText; readonly sha256: string };

/** Some of the items of a text, in order, and the search terms of each. */
export interface ItemsPart {
  readonly items: readonly Item[];
  readonly terms: readonly (readonly string[])[];
}

export type EngineReply = EngineNow;

/** Child to parent: the last part, and what is said once. */
export interface ExtractReply extends ItemsPart {
  readonly meta: DocumentMeta;
  readonly engine: Engine;
  readonly intentions: number;
}
