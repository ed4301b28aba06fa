import type { Examination } from '../../app/ports/extractor.js';
import { searchedText, searchTerms } from '../../app/query/search-terms.js';
import { examine } from '../../extract/examine.js';
import { extract } from '../../extract/extractor.js';
import { rulesVersion } from '../../extract/rulesets/default.js';
import { searchTokens } from '../../text/segment/search-tokens.js';
import { loadSegmenter } from '../../text/segment/segmenter.js';
import { type DocumentFacts, documentFacts } from '../../track/ledger/document-facts.js';
import type { Held } from '../../track/ledger/held.js';
import { holdWords } from '../../track/ledger/hold-words.js';
import { answerRequests } from '../isolated/answer-requests.js';
import type { EngineReply, ExtractorRequest, ExtractReply, ItemsPart } from './protocol.js';

/** Items in one message: taking it in holds the parent for some 10 ms. */
const itemsAtOnce = 1_000;

const { segmenter, fallbackReason } = loadSegmenter();

function extracted(
  { source, sha256 }: Extract<ExtractorRequest, { ask: 'extract' }>,
  part: (part: ItemsPart) => void,
): ExtractReply {
  const { meta, engine, items, intentions } = extract(source, sha256, segmenter);
  const termsOf = (from: number, to?: number): ItemsPart => {
    const some = items.slice(from, to);
    return {
      items: some,
      terms: some.map((item) => searchTerms(searchTokens(segmenter, searchedText(item)))),
    };
  };
  let sent = 0;
  for (; items.length - sent > itemsAtOnce; sent += itemsAtOnce) part(termsOf(sent, sent + itemsAtOnce));
  return { ...termsOf(sent), meta, engine, intentions };
}

/** Entry of an extractor process. */
answerRequests(
  async (
    request: ExtractorRequest,
    part,
  ): Promise<
    EngineReply | readonly string[] | ExtractReply | Examination | DocumentFacts | readonly Held[]
  > => {
    switch (request.ask) {
      case 'engine':
        return { segmentation: segmenter.id, rules: rulesVersion, fallbackReason };
      case 'words':
        return searchTokens(segmenter, request.text);
      case 'examine':
        return examine(request.source, request.sha256, segmenter);
      case 'facts':
        return documentFacts(request.document);
      case 'news':
        return holdWords(request.plans, request.document);
      case 'extract':
        return extracted(request, part);
    }
  },
);
