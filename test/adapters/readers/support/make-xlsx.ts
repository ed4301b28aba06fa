import { strToU8, type Zippable, zipSync } from 'fflate';

const s = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet as the inner XML of its root; `state` hides it. */
export interface SheetSpec {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A cell with text inside it. */
export const c = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
/** A cell with a number in a style. */
export const n = (reference: string, value: number | string, style = 0) =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;

/** Rows of words from A1 on. */
export function rowsXml(rows: readonly (readonly string[])[]): string {
  const letter = (i: number) => String.fromCharCode(65 + i);
  const inner = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((text, k) => c(`${letter(k)}${i + 1}`, text)).join('')}</row>`,
  );
  return `<sheetData>${inner.join('')}</sheetData>`;
}

/** Styles 1 … n with these number formats. */
export function stylesXml(codes: readonly string[]): string {
  const formats = codes
    .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
    .join('');
  const cells = codes.map((_code, i) => `<xf numFmtId="${164 + i}"/>`).join('');
  return `<numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells}</cellXfs>`;
}

/** Zips parts into an XLSX by hand, so that every element is known. */
export function makeXlsx(book: WorkbookSpec, more: Zippable = {}): Uint8Array {
  const links = [
    ...book.sheets.map((_sheet, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['s1', 'sharedStrings', 'sharedStrings.xml'],
    ['s2', 'styles', 'styles.xml'],
  ];
  const relationships = (all: readonly (readonly string[])[]) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
        .map(
          ([id, kind, target]) =>
            `<Relationship Id="${id}" Type="${relationship}/${kind}" Target="${target}"/>`,
        )
        .join('')}</Relationships>`,
    );
  const tabs = book.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const files: Zippable = {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships(links),
    'xl/workbook.xml': strToU8(
      `<workbook ${s} ${r}>${book.properties ?? ''}<sheets>${tabs.join('')}</sheets></workbook>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst ${s}>${book.strings ?? ''}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet ${s}>${book.styles ?? ''}</styleSheet>`),
  };
  for (const [i, { xml }] of book.sheets.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(`<worksheet ${s}>${xml}</worksheet>`);
  return zipSync({ ...files, ...more });
}
