import type { Span } from '../../domain/source-text.js';

/**
 * A cleaned copy of a text with, for each of its UTF-16 units, the offset of the unit it came from.
 * `origin` has one entry more than the text, the end of the source, so that an end offset maps too.
 * Law: `origin` never decreases, and a span's source always holds the characters that the span kept.
 */
export class MappedText {
  constructor(
    readonly text: string,
    readonly origin: Int32Array,
  ) {}

  /** The source span of a non-empty clean span: from its first character's place to its last one's. */
  toSource(span: Span): Span {
    const start = this.origin[span.start] ?? 0;
    const last = this.origin[Math.max(span.start, span.end - 1)] ?? start;
    return { start, end: Math.min(Math.max(start, last + 1), this.origin[this.text.length] ?? last + 1) };
  }
}

/** Collects characters with their origins. */
export class MappedTextBuilder {
  private readonly parts: string[] = [];
  private origin: Int32Array;
  length = 0;
  /** A quotation is open where the next character goes. */
  quoted = false;

  constructor(capacity: number) {
    this.origin = new Int32Array(capacity + 1);
  }

  push(character: string, from: number): void {
    this.reserve(1);
    this.parts.push(character);
    this.origin[this.length++] = from;
  }

  /** Characters of the source as they stand. */
  pushRun(source: string, start: number, end: number): void {
    this.reserve(end - start);
    this.parts.push(source.slice(start, end));
    for (let from = start; from < end; from++) this.origin[this.length++] = from;
  }

  private reserve(more: number): void {
    if (this.length + more < this.origin.length) return;
    const grown = new Int32Array(this.origin.length * 2 + more + 16);
    grown.set(this.origin);
    this.origin = grown;
  }

  build(sourceLength: number): MappedText {
    this.origin[this.length] = sourceLength;
    return new MappedText(this.parts.join(''), this.origin.slice(0, this.length + 1));
  }
}
