import { expect, it } from 'vitest';
import { openWithPdfium } from '../../../src/adapters/readers/pdf/pdfium/pdfium-pages.js';
import { SecondOpinion } from '../../../src/adapters/readers/pdf/second-opinion.js';
import { linesIn } from '../../../src/adapters/readers/shared/layout/page-blocks.js';
import { encodeGb18030 } from './support/gb18030.js';
import { linesOf, makePdf } from './support/make-pdf.js';

const lines = linesOf('关于第13号建议的答复', '到2025年底，县域就诊率达到92％以上。');

/** What comes of a page that PDFium reads as garbled and pdf-parse well, with so many characters that nobody sees. */
async function betterWith(unseen: number) {
  const encode = (text: string) => encodeGb18030(text) ?? new Uint8Array();
  const pages = await openWithPdfium(makePdf([lines], { encoding: 'WinAnsiEncoding', encode }));
  const garbled = await pages.read(1);
  await pages.close();
  const second = new SecondOpinion(makePdf([lines]));
  const blocks = await second.better({ ...garbled, unseen }, 1);
  await second.close();
  return linesIn(blocks ?? [])
    .map(({ text }) => text)
    .join('');
}

it.each([0, 1, 4])(
  'a garbled page is asked about again for all its unseen characters: %s',
  async (unseen) => {
    expect(await betterWith(unseen)).toContain('县域就诊率达到92％');
  },
);

it('a page that hides a real share of its text is left to PDFium', async () => {
  expect(await betterWith(30)).not.toContain('县域就诊率');
});
