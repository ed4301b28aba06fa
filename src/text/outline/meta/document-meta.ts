import type { DocumentMeta } from '../../../domain/document.js';
import type { Block } from '../block.js';
import { withoutPageTools } from '../furniture.js';
import { findAddressees } from './addressees.js';
import { findForm, findResultClass } from './form.js';
import { documentKind } from './kind/document-kind.js';
import { findDocNumber, findProposal } from './numbers.js';
import { aimedPeriod, chapterPeriod, closingPeriod, findPeriod, openingPeriod } from './period.js';
import { findPublicity } from './publicity.js';
import { findSignature } from './signature.js';
import { findTitle } from './title.js';

/** 青石市人民政府关于…的通知: who sends it, where nobody signed. */
function issuerOf(title: string | null): string | null {
  const name =
    /^([\u4e00-\u9fff（）]{4,24}?(?:人民政府|政府办公室|委员会|办公室|[\u4e00-\u9fff]{2,8}[局厅委]))(?:办公室)?关于/.exec(
      title ?? '',
    );
  return name?.[0] ? name[0].replace(/关于$/, '') : null;
}

const headingsOf = (text: string, blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ kind, start, headingEnd }) =>
    kind === 'heading' ? [text.slice(start, headingEnd)] : [],
  );

/** What the document says of itself, from its front, its opening and its signature. */
export function documentMeta(text: string, blocks: readonly Block[]): DocumentMeta {
  const words = blocks.map((block) => withoutPageTools(text.slice(block.start, block.end)));
  const title = findTitle(words, blocks);
  const docNumber = findDocNumber(words, blocks);
  const addressees = findAddressees(words, blocks);
  const signature = findSignature(words, blocks, title);
  const kind = documentKind(title, words, blocks);
  return {
    title,
    docNumber,
    ...findProposal(title, words, blocks, kind),
    issuer: signature.issuer ?? issuerOf(title),
    addressees,
    date: signature.date,
    kind,
    period:
      findPeriod(title, kind) ??
      openingPeriod(words, kind) ??
      (title === null
        ? (closingPeriod(words, kind) ?? chapterPeriod(headingsOf(text, blocks), kind))
        : null) ??
      aimedPeriod(words, kind),
    resultClass: kind === 'reply' ? findResultClass(words, blocks) : null,
    publicity: findPublicity(words),
    form: findForm(words, blocks),
  };
}
