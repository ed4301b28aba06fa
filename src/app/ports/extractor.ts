import type { Engine } from '../../domain/document.js';
import type { Considered, Finding } from '../../domain/examination.js';
import type { SourceText } from '../../domain/source-text.js';
import type { TrackedDocument, TrackedText } from '../../track/fact/document-view.js';
import type { DocumentFacts } from '../../track/ledger/document-facts.js';
import type { Held } from '../../track/ledger/held.js';
import type { PlannedDeliverables } from '../../track/ledger/hold-words.js';
import type { Extraction } from './ledger-store.js';

export interface TextToExtract {
  /** Of the document, for messages. */
  readonly name: string;
  /** Of the original's bytes: item ids are made from it. */
  readonly sha256: string;
  readonly source: SourceText;
}

/** Items with all that was looked at on the way, and what is to be put right. */
export interface Examination extends Omit<Extraction, 'terms'> {
  readonly considered: Considered;
  readonly findings: readonly Finding[];
}

/** The versions that items would be made by now. */
export interface EngineNow extends Pick<Engine, 'segmentation' | 'rules'> {
  /** Why the segmenter is not nodejieba, or null where it is. */
  readonly fallbackReason: string | null;
}

/**
 * Text to items, and texts to the words that search knows, apart from this process: the event loop stays free, the
 * dictionary stands there once, and a text that takes too long is really ended.
 */
export interface Extractor {
  engine(): Promise<EngineNow>;
  /**
   * Items with their search terms. Faults: `extract-time-limit`, `extract-memory-limit` (class `input`), `extract-crashed`.
   * @param signal ends it, or the wait for it
   */
  extract(text: TextToExtract, signal?: AbortSignal): Promise<Extraction>;
  /** Items with what was considered and left out, and what an auditor will ask. Faults: those of `extract`. */
  examine(text: TextToExtract, signal?: AbortSignal): Promise<Examination>;
  /** What tracking keeps of a document. Faults: those of `extract`. */
  facts(document: TrackedDocument, signal?: AbortSignal): Promise<DocumentFacts>;
  /** What a document's sentences say of the deliverables of others. Faults: those of `extract`. */
  news(
    document: TrackedText & { readonly id: string },
    plans: readonly PlannedDeliverables[],
    signal?: AbortSignal,
  ): Promise<readonly Held[]>;
  /** Words of a text, as the segmenter cuts them: the same at writing and at asking. */
  words(text: string): Promise<readonly string[]>;
  /** Ends what child processes there are. */
  close(): Promise<void>;
}
