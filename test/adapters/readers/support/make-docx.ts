import { strToU8, type Zippable, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const extra =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a DOCX as the inner XML of each root element. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  /** Before the root element of the main part. */
  readonly prolog?: string;
}

/** A paragraph with runs of plain text. */
export const p = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A paragraph of a list. */
export const item = (text: string, numId: number, level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

export const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes' } as const;

/** Zips parts into a DOCX by hand, so that every element is known. */
export function makeDocx(parts: DocxParts, more: Zippable = {}): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(relationships([['officeDocument', 'word/document.xml']])),
    'word/_rels/document.xml.rels': strToU8(
      relationships(Object.keys(roots).map((kind) => [kind, `${kind}.xml`] as const)),
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${parts.prolog ?? ''}<w:document ${w} ${extra}><w:body>${parts.body}</w:body></w:document>`,
    ),
  };
  for (const kind of Object.values(roots)) {
    const inner = parts[kind];
    if (inner !== undefined) files[`word/${kind}.xml`] = strToU8(`<w:${kind} ${w}>${inner}</w:${kind}>`);
  }
  return zipSync({ ...files, ...more });
}

function relationships(links: readonly (readonly [kind: string, target: string])[]): string {
  const inner = links.map(
    ([kind, target]) => `<Relationship Type="${relationship}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`;
}

/** A level of a list for a numbering part. */
export const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

/** A numbering part with one abstract list of these levels and lists 1 … n on it. */
export const numbering = (levels: readonly string[], lists: readonly string[] = ['']) =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum>${lists
    .map((override, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="0"/>${override}</w:num>`)
    .join('')}`;
