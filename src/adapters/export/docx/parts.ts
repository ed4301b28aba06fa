import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

/** Faces and sizes (half points) of official papers, GB/T 9704; Word puts its own where they are not installed. */
const faces = { title: '方正小标宋简体', heading: '黑体', body: '仿宋_GB2312' } as const;
const sizes = { title: 44, heading: 32, body: 32, table: 24 } as const;

/** Not allowed in XML 1.0; a line end inside a run would be lost. */
const unwritable = /[\u0000-\u001f\ufffe\uffff]+/g;
const wordText = (text: string): string => text.replace(unwritable, ' ');

const run = (text: string, face: keyof typeof faces, size: keyof typeof sizes, bold = false): TextRun => {
  const font = faces[face];
  return new TextRun({
    text: wordText(text),
    font: { name: font, eastAsia: font, ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
    size: sizes[size],
    bold,
  });
};

export const title = (text: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore,
    spacing: { after: 300 },
    children: [run(text, 'title', 'title')],
  });

export const heading = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 240, after: 120 }, children: [run(text, 'heading', 'heading')] });

export const paragraph = (text: string, indent = true): Paragraph =>
  new Paragraph({
    ...(indent && { indent: { firstLine: 640 } }),
    spacing: { line: 560 },
    children: [run(text, 'body', 'body')],
  });

export const signature = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { before: 200 },
    children: [run(text, 'body', 'body')],
  });

/** A cell's words, or words that lead to a place. */
export type CellWords = string | { readonly text: string; readonly link: string };

const cellParagraph = (words: CellWords, bold: boolean): Paragraph => {
  const children =
    typeof words === 'string'
      ? [run(words, 'body', 'table', bold)]
      : [
          new ExternalHyperlink({
            link: words.link,
            children: [
              new TextRun({
                text: wordText(words.text),
                size: sizes.table,
                color: '0563C1',
                underline: {},
                font: faces.body,
              }),
            ],
          }),
        ];
  return new Paragraph({ children });
};

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const cellBorders = { top: line, bottom: line, left: line, right: line };

/** A ruled table; its heading comes again on each page. @param widths of the columns, in twentieths of a point */
export function ruledTable(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly CellWords[])[],
): Table {
  const tableRow = (cells: readonly CellWords[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      height: { value: 500, rule: HeightRule.ATLEAST },
      children: cells.map(
        (words, n) =>
          new TableCell({
            width: { size: widths[n] ?? 1_000, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            borders: cellBorders,
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [cellParagraph(words, isHead)],
          }),
      ),
    });
  return new Table({
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [tableRow(head, true), ...rows.map((cells) => tableRow(cells, false))],
  });
}
