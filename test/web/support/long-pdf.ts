import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { checkout, temporaryFolder } from '../../cli/support/cli.js';

const fixture = 'fixtures/documents/pdf/sources/luzhu-2025-housing-renewal-plan.pdf';

/** A fixture's pages over and over, two of three of them as broad as tables are. Some seventeen items to a page. */
export async function longPdf(pages: number): Promise<string> {
  const source = await PDFDocument.load(await readFile(join(checkout, fixture)));
  const whole = await PDFDocument.create();
  while (whole.getPageCount() < pages)
    for (const page of await whole.copyPages(source, source.getPageIndices())) {
      const { width, height } = page.getSize();
      if (whole.getPageCount() % 3 !== 0) page.setSize(width * 1.6, height);
      if (whole.getPageCount() < pages) whole.addPage(page);
    }
  const file = join(await temporaryFolder(), `方案${pages}.pdf`);
  await writeFile(file, await whole.save());
  return file;
}
