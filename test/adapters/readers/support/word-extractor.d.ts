declare module 'word-extractor' {
  interface ExtractedDocument {
    getBody(options?: { filterUnicode?: boolean }): string;
    getFootnotes(): string;
  }
  export default class WordExtractor {
    extract(file: Buffer): Promise<ExtractedDocument>;
  }
}
