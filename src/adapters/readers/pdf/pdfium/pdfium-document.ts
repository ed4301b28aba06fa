import { phrase } from '../../../../domain/phrase.js';
import { limits } from '../../limits.js';
import { damaged, ReadFault } from '../../reader.js';
import { discardPdfium, loadPdfium, type PdfiumModule } from './pdfium-module.js';

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const passwordError = 4;
const securityError = 5;

/** An open PDF with memory for what its functions write. */
export interface PdfiumDocument {
  readonly module: PdfiumModule;
  readonly handle: number;
  readonly pageCount: number;
  /** 64 bytes for structures that functions fill. */
  readonly scratch: number;
  close(): void;
}

/** Opens a PDF. Throws `file-encrypted` or `file-damaged`. */
export async function openPdfium(bytes: Uint8Array): Promise<PdfiumDocument> {
  const module = await loadPdfium();
  // PDFium reads from this memory as long as the document is open.
  const data = module._malloc(bytes.length + 64);
  if (data === 0) throw damaged(phrase('PDF 过大', 'the PDF is too large'));
  module.HEAPU8.set(bytes, data);
  const scratch = data + Math.ceil(bytes.length / 8) * 8;
  const handle = module._FPDF_LoadMemDocument(data, bytes.length, 0);
  if (handle === 0) {
    const error = module._FPDF_GetLastError();
    module._free(data);
    if (error === passwordError || error === securityError) throw new ReadFault('file-encrypted');
    throw damaged(phrase('PDF 结构不完整', 'the PDF is incomplete'));
  }
  const pageCount = countPages(module, handle);
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    try {
      module._FPDF_CloseDocument(handle);
      module._free(data);
    } catch {
      discardPdfium();
    }
  };
  return { module, handle, pageCount, scratch, close };
}

/** A count beyond the limit may be a lie: then it is as many as can be loaded, found by halves. */
function countPages(module: PdfiumModule, handle: number): number {
  const stated = module._FPDF_GetPageCount(handle);
  if (stated <= limits.pages) return stated;
  const loads = (number: number) => {
    const page = module._FPDF_LoadPage(handle, number - 1);
    if (page !== 0) module._FPDF_ClosePage(page);
    return page !== 0;
  };
  if (loads(limits.pages + 1)) return stated;
  let [known, missing] = [0, limits.pages + 1];
  while (missing - known > 1) {
    const middle = (known + missing) >> 1;
    if (loads(middle)) known = middle;
    else missing = middle;
  }
  return known === 0 ? stated : known;
}

/** Does something with a page. Throws `file-damaged` for one that PDFium cannot load. */
export function withPage<Result>(
  { module, handle }: PdfiumDocument,
  number: number,
  work: (page: number) => Result,
): Result {
  const page = module._FPDF_LoadPage(handle, number - 1);
  if (page === 0) throw damaged(phrase('页面无法解析', 'the page cannot be parsed'));
  try {
    return work(page);
  } finally {
    module._FPDF_ClosePage(page);
  }
}
