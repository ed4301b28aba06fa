import type { DocumentMeta } from '../../../domain/document.js';
import type { Block } from '../block.js';
import { findAddressees } from './addressees.js';
import { findForm, findResultClass } from './form.js';
import { documentKind } from './kind.js';
import { findDocNumber, findProposal } from './numbers.js';
import { findPeriod, openingPeriod } from './period.js';
import { findPublicity } from './publicity.js';
import { findSignature } from './signature.js';
import { findTitle } from './title.js';

/** What the document says of itself, from its front, its opening and its signature. */
export function documentMeta(text: string, blocks: readonly Block[], length: number): DocumentMeta {
  const words = blocks.map((block) => text.slice(block.start, block.end));
  const title = findTitle(words, blocks);
  const docNumber = findDocNumber(words, blocks);
  const addressees = findAddressees(words, blocks);
  const signature = findSignature(words, blocks);
  const kind = documentKind(title, words, length);
  return {
    title,
    docNumber,
    ...findProposal(title, words, blocks, kind),
    issuer: signature.issuer,
    addressees,
    date: signature.date,
    kind,
    period: findPeriod(title, kind) ?? (title === null ? openingPeriod(words, kind) : null),
    resultClass: kind === 'reply' ? findResultClass(words, blocks) : null,
    publicity: findPublicity(words),
    form: findForm(words, blocks),
  };
}
