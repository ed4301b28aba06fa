import type { PdfPage } from './pdf-document.js';

/** Operators by pdf.js's numbers (its OPS): characters shown, pictures painted, paths drawn. */
const shownText = new Set([44, 45, 46, 47]);
const painted = new Set([83, 84, 85, 86, 87, 88, 89]);
const path = 91;
/** Print turned into outlines has many; a page with a frame and a rule has few. */
const pathsOfPrint = 50;

/** Whether there is anything on a page without readable text that could be print: a picture, outlines, characters of unknown fonts. */
export async function drawsSomething(page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  let paths = 0;
  for (const operator of fnArray) {
    if (shownText.has(operator) || painted.has(operator)) return true;
    if (operator === path && ++paths >= pathsOfPrint) return true;
  }
  return false;
}
