import type { Matrix } from '../../shared/layout/placed-text.js';

/** A piece of text that pdf.js hands over: part of a line, with its place in the page's own units. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: Matrix;
  readonly fontName: string;
}

interface TextStyle {
  readonly vertical: boolean;
}

export interface TextContent {
  /** Marked content (items without `str`) is never asked for. */
  readonly items: readonly TextItem[];
  readonly styles: Readonly<Record<string, TextStyle | undefined>>;
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  /** From the page's units to points from the upper left corner, the page's rotation included. */
  readonly transform: Matrix;
}

/** Of a form field what is needed to read what was filled in. */
export interface Annotation {
  readonly subtype?: string;
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly hidden?: boolean;
  readonly rect?: readonly [number, number, number, number];
}

export interface PdfPage {
  getViewport(options: { scale: number }): Viewport;
  getTextContent(): Promise<TextContent>;
  getAnnotations(): Promise<readonly Annotation[]>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[] }>;
  render(options: { canvas: unknown; viewport: Viewport }): { readonly promise: Promise<void> };
  cleanup(): boolean;
}

/** The part of pdf.js's document that is used here. */
export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  /** Null for a document without a form. */
  getFieldObjects(): Promise<object | null>;
}
