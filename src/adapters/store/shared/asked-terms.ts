import type { Tokenize } from '../../../app/ports/ledger-store.js';
import { searchTerms } from '../../../app/query/search-terms.js';
import type { LedgerFilter } from '../../../domain/ledger.js';
import { wellFormed } from './well-formed.js';

/** The words that a full-text filter asks for; null where it asks for none. */
export async function askedTerms({ text }: LedgerFilter, tokenize: Tokenize): Promise<string[] | null> {
  return text === undefined ? null : searchTerms(await tokenize(wellFormed(text)));
}
