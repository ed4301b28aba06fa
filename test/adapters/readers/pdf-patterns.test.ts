import { describe, expect, it } from 'vitest';
import { openWithPdfium } from '../../../src/adapters/readers/pdf/pdfium/pdfium-pages.js';
import { assemblePdf } from './support/make-pdf.js';

const shading =
  '<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 595 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[0 0 0.6]/C1[0.6 0 0]/N 1>>>>';
const tile = '0 0 4 4 re f';

/** A page of a plain sentence and whatever else is drawn; F1 is a font that PDFium has outlines for. */
const page = (content: string, entries = '') => {
  const whole = `BT /F1 12 Tf 72 760 Td (Built 5 canteens and 1200 places by 2025) Tj ET\n${content}`;
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[5 0 R]>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Length ${whole.length}>>\nstream\n${whole}\nendstream`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${entries}/Resources<</Font<</F1 3 0 R>>/Shading<</S1 6 0 R>>/Pattern<</P1 7 0 R/P2 8 0 R>>/ColorSpace<</C1[/Pattern/DeviceRGB]>>>>/Contents 4 0 R>>`,
    shading,
    '<</PatternType 2/Shading 6 0 R>>',
    `<</PatternType 1/PaintType 2/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>/Length ${tile.length}>>\nstream\n${tile}\nendstream`,
  ]);
};
const words = (state: string, mode = 0) => `${state} BT /F1 14 Tf ${mode} Tr 80 600 Td (Targets 4321) Tj ET`;

async function seen(bytes: Uint8Array) {
  const pages = await openWithPdfium(bytes);
  const { pieces, unseen } = await pages.read(1);
  await pages.close();
  return { text: pieces.map(({ text }) => text).join(''), unseen };
}

describe('text where colours are patterns', () => {
  it.each([
    ['white on a field filled with a gradient', `/Pattern cs /P1 scn 60 590 400 30 re f ${words('1 g')}`],
    ['white on a field of tiles', `/C1 cs 0 0 0.5 /P2 scn 60 590 400 30 re f ${words('1 g')}`],
    ['white on a gradient within a clip', `q 60 590 400 30 re W n /S1 sh Q ${words('1 g')}`],
    ['white on one thick line', `0 0 0.5 RG 30 w 60 605 m 460 605 l S ${words('1 g')}`],
    [
      'white on a thick line that is a gradient',
      `/Pattern CS /P1 SCN 30 w 60 605 m 460 605 l S ${words('1 g')}`,
    ],
    ['white on a page filled with a gradient', `/Pattern cs /P1 scn 0 0 595 842 re f ${words('1 g')}`],
    ['nearly white on a thick line', `0 0 0.5 RG 30 w 60 605 m 460 605 l S ${words('0.99 g')}`],
    ['filled with a gradient', words('/Pattern cs /P1 scn')],
    ['a clip of a gradient', `q ${words('', 7)} /S1 sh Q`],
    ['a clip of a field', `q ${words('', 7)} 0 0 0.5 rg 0 0 595 842 re f Q`],
  ])('is kept: %s', async (_what, content) => {
    expect(await seen(page(content))).toMatchObject({ text: expect.stringContaining('4321'), unseen: 0 });
    const turned = await seen(page(content, '/Rotate 90/CropBox[20 20 580 800]'));
    expect(turned.text).toContain('4321');
  });

  it.each([
    ['white', words('1 g')],
    ['white on a white page', `1 g 0 0 595 842 re f ${words('1 g')}`],
    ['white with a field beside it', `0 0 0.5 rg 60 400 400 30 re f ${words('1 g')}`],
    ['nearly white on a field of the same', `0.99 g 60 590 400 30 re f ${words('0.98 g')}`],
    ['a clip of nothing', `q ${words('', 7)} Q`],
    ['a clip after the field', `0 0 0.5 rg 60 400 400 300 re f q ${words('', 7)} Q`],
  ])('is left out where nobody sees it: %s', async (_what, content) => {
    const { text, unseen } = await seen(page(content));
    expect(text).toContain('1200');
    expect(text).not.toContain('4321');
    expect(unseen).toBe(11);
  });
});
