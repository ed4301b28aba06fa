import type { Matrix, PlacedText } from '../../shared/layout/placed-text.js';
import { placeValue } from '../place-value.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** What was filled into a document's form. Scripts of the form are never run. */
export interface Form {
  values(page: number, viewport: Matrix): PlacedText[];
  close(): void;
}

/** FPDF_FORMFILLINFO: a version and callbacks, none of which is set. */
const infoBytes = 256;
const infoVersion = 2;
/** FPDF_ANNOT_WIDGET; FPDF_FORMFIELD_COMBOBOX, _LISTBOX and _TEXTFIELD. */
const widget = 20;
const withValue: ReadonlySet<number> = new Set([4, 5, 6]);
/** FPDF_ANNOT_FLAG_HIDDEN and _NOVIEW. */
const hiddenFlags = 2 | 32;
const longestValue = 64 * 1024;

const noForm: Form = { values: () => [], close: () => undefined };

/** The form of a document; one without any costs nothing. */
export function openForm(document: PdfiumDocument): Form {
  const { module, handle } = document;
  if (module._FPDF_GetFormType(handle) === 0) return noForm;
  const info = module._malloc(infoBytes);
  module.HEAPU8.fill(0, info, info + infoBytes);
  module.HEAPU32[info >> 2] = infoVersion;
  const form = module._FPDFDOC_InitFormFillEnvironment(handle, info);
  return {
    values: (page, viewport) => (form === 0 ? [] : valuesOf(document, form, page, viewport)),
    close() {
      if (form !== 0) module._FPDFDOC_ExitFormFillEnvironment(form);
      module._free(info);
    },
  };
}

function valuesOf(document: PdfiumDocument, form: number, page: number, viewport: Matrix): PlacedText[] {
  const { module, scratch } = document;
  const placed: PlacedText[] = [];
  const count = module._FPDFPage_GetAnnotCount(page);
  for (let i = 0; i < count; i++) {
    const annotation = module._FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    try {
      const isShown =
        module._FPDFAnnot_GetSubtype(annotation) === widget &&
        (module._FPDFAnnot_GetFlags(annotation) & hiddenFlags) === 0 &&
        withValue.has(module._FPDFAnnot_GetFormFieldType(form, annotation));
      const text = isShown ? valueIn(document, form, annotation) : '';
      if (text === '' || module._FPDFAnnot_GetRect(annotation, scratch) === 0) continue;
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = module.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4);
      placed.push(placeValue(text, [x0, y0, x1, y1], viewport));
    } finally {
      module._FPDFPage_CloseAnnot(annotation);
    }
  }
  return placed;
}

function valueIn({ module }: PdfiumDocument, form: number, annotation: number): string {
  const bytes = module._FPDFAnnot_GetFormFieldValue(form, annotation, 0, 0);
  if (bytes <= 2 || bytes > longestValue) return '';
  const buffer = module._malloc(bytes);
  module._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes);
  const text = new TextDecoder('utf-16le').decode(module.HEAPU8.slice(buffer, buffer + bytes - 2));
  module._free(buffer);
  return text.trim();
}
