import type { SourceText } from '../../src/domain/source-text.js';

/** What a reader gives of a plain text without pages: the text, and nothing known of its layout. */
export function plainSource(text: string, reader = 'test@1'): SourceText {
  return { format: 'text', text, pages: [], lines: [], tables: [], warnings: [], reader };
}
