import type { DocumentMeta, Engine } from '../domain/document.js';
import type { Item } from '../domain/item.js';
import type { SourceText } from '../domain/source-text.js';
import type { Segmenter } from '../text/segment/segmenter.js';

export interface ExtractionResult {
  readonly meta: DocumentMeta;
  readonly items: readonly Item[];
  readonly engine: Engine;
}

/**
 * SourceText to items: pure, a function of its input and the engine version.
 * @param sha256 of the original's bytes, from which item ids are made
 */
export function extract(source: SourceText, sha256: string, segmenter: Segmenter): ExtractionResult {
  void sha256;
  return {
    meta: {
      title: null,
      docNumber: null,
      proposalNumber: null,
      body: null,
      session: null,
      issuer: null,
      addressees: [],
      date: null,
      kind: 'other',
      period: null,
    },
    items: [],
    engine: { reader: source.reader, segmentation: segmenter.id, rules: '0' },
  };
}
