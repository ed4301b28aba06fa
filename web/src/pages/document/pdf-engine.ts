import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

const folder = `/assets/pdfjs-${version}`;

/** Opens a PDF. Maps of Chinese characters and standard fonts come from this service; nothing in the file runs. */
export const openPdf = (bytes: ArrayBuffer): PDFDocumentLoadingTask =>
  getDocument({
    // The worker takes the bytes away: it gets its own.
    data: new Uint8Array(bytes.slice(0)),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    wasmUrl: `${folder}/wasm/`,
    isEvalSupported: false,
    enableXfa: false,
  });

export type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
