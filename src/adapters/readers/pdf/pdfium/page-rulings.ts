import { type Matrix, multiply } from '../../shared/layout/placed-text.js';
import { type Point, RulingCollector, type Rulings } from '../../shared/layout/rulings.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** FPDF_PAGEOBJ_PATH and FPDF_PAGEOBJ_FORM; FPDF_SEGMENT_LINETO and _MOVETO. */
const pathObject = 2;
const formObject = 5;
const lineTo = 0;
const moveTo = 2;
/** Forms inside one another; deeper ones would be loops. */
const deepest = 6;
/** Paths with more segments are drawings. */
const mostSegments = 400;
/** Objects that are looked at on a page. */
const mostObjects = 60_000;

/** The straight lines that are drawn on a loaded page, also as thin boxes. */
export function rulingsOf(document: PdfiumDocument, page: number, viewport: Matrix): Rulings {
  const { module } = document;
  const collector = new RulingCollector();
  let budget = mostObjects;
  const walk = (count: number, get: (index: number) => number, map: Matrix, depth: number) => {
    for (let i = 0; i < count && budget > 0 && collector.takesMore; i++) {
      budget--;
      const object = get(i);
      const type = module._FPDFPageObj_GetType(object);
      if (type === pathObject) collectPath(document, object, map, collector);
      else if (type === formObject && depth < deepest) {
        const inner = (index: number) => module._FPDFFormObj_GetObject(object, index);
        walk(
          module._FPDFFormObj_CountObjects(object),
          inner,
          multiply(map, matrixOf(document, object)),
          depth + 1,
        );
      }
    }
  };
  walk(module._FPDFPage_CountObjects(page), (index) => module._FPDFPage_GetObject(page, index), viewport, 0);
  return collector.finish();
}

function matrixOf({ module, scratch }: PdfiumDocument, object: number): Matrix {
  if (module._FPDFPageObj_GetMatrix(object, scratch) === 0) return [1, 0, 0, 1, 0, 0];
  return Array.from(module.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 6)) as unknown as Matrix;
}

function collectPath(
  document: PdfiumDocument,
  object: number,
  outer: Matrix,
  collector: RulingCollector,
): void {
  const { module, scratch } = document;
  const count = module._FPDFPath_CountSegments(object);
  if (count < 2 || count > mostSegments) return;
  const [a, b, c, d, e, f] = multiply(outer, matrixOf(document, object));
  module._FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  const isFilled = module.HEAP32[scratch >> 2] !== 0;
  const isStroked = module.HEAP32[(scratch + 4) >> 2] !== 0;
  if (!isFilled && !isStroked) return;
  let points: Point[] = [];
  const finish = () => {
    collector.addFigure(points, isStroked, isFilled);
    points = [];
  };
  for (let i = 0; i < count; i++) {
    const segment = module._FPDFPath_GetPathSegment(object, i);
    const type = module._FPDFPathSegment_GetType(segment);
    if (type === moveTo) finish();
    module._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const x = module.HEAPF32[scratch >> 2] ?? 0;
    const y = module.HEAPF32[(scratch + 4) >> 2] ?? 0;
    const start = points[0];
    if (type !== lineTo && type !== moveTo) points = [];
    points.push({ x: a * x + c * y + e, y: b * x + d * y + f });
    if (module._FPDFPathSegment_GetClose(segment) !== 0 && start) points.push(start);
  }
  finish();
}
