const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const face = (more = '') => `<font>${more}<sz val="11"/><name val="等线"/></font>`;
const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const cellStyle = (attributes: string, inner = top) =>
  `<xf xfId="0" borderId="0" applyAlignment="1" ${attributes}>${inner}</xf>`;

/** In the order of `styles` in sheet-xml.ts: plain, text, number, day, link, text that looks like a formula, heading. */
const cellStyles = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  cellStyle('numFmtId="0" fontId="0" fillId="0"', wrapped),
  cellStyle('numFmtId="0" fontId="0" fillId="0"'),
  cellStyle('numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1"'),
  cellStyle('numFmtId="0" fontId="2" fillId="0" applyFont="1"'),
  // quotePrefix is what an apostrophe typed before the words does: they stay text when the cell is edited.
  cellStyle('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1" quotePrefix="1"', wrapped),
  cellStyle('numFmtId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"', wrapped),
];

const styleSheet = xml(
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    `<fonts count="3">${face()}${face('<b/>')}${face('<u/><color rgb="FF0563C1"/>')}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cellStyles.length}">${cellStyles.join('')}</cellXfs></styleSheet>`,
);

/** Everything but the sheets, which are `xl/worksheets/sheet1.xml` and so on. @param names of the sheets, as XML */
export function packageParts(names: readonly string[]): Readonly<Record<string, string>> {
  const each = (part: (name: string, n: number) => string) =>
    names.map((name, i) => part(name, i + 1)).join('');
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
        `${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packaged}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}` +
        `<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': styleSheet,
  };
}
