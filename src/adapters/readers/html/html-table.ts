import { phrase } from '../../../domain/phrase.js';
import { tooMuch } from '../reader.js';
import { type DomElement, type DomNode, isElement } from './dom.js';
import { isUnseen } from './visibility.js';

/** A cell with its place in the grid. */
export interface GridCell {
  readonly element: DomElement;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface HtmlTable {
  readonly rows: readonly (readonly GridCell[])[];
  /** What stands in the table outside its cells, its caption above all. */
  readonly loose: readonly DomNode[];
}

/** What browsers allow. */
const widestSpan = 1_000;
const widestTable = 16_384;
/** A cell with more paragraphs lays the page out. */
const longestCell = 20;

const isCell = (element: DomElement) => element.localName === 'td' || element.localName === 'th';
const structure = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'colgroup', 'col']);

/** Parts of a table, which the content of a cell does not hold: a cell that was never closed has the next one inside it. */
export const isTablePart = (element: DomElement) => structure.has(element.localName);

/** Reads a table's rows, whatever elements a careless page put between them. */
export function readTable(table: DomElement): HtmlTable {
  const rows: DomElement[][] = [];
  const loose: DomNode[] = [];
  const visit = (node: DomNode, inCell: boolean) => {
    for (const child of node.childNodes) {
      if (!isElement(child)) {
        if (!inCell && (child.textContent ?? '').trim() !== '' && child.nodeType === 3) loose.push(child);
      } else if (isUnseen(child)) continue;
      else if (child.localName === 'tr') {
        rows.push([]);
        visit(child, false);
      } else if (isCell(child)) {
        if (rows.length === 0) rows.push([]);
        rows.at(-1)?.push(child);
        visit(child, true);
      } else if (child.localName === 'table') {
        if (!inCell) loose.push(child);
      } else if (inCell || isTablePart(child) || holdsCells(child)) visit(child, inCell);
      else loose.push(child);
    }
  };
  visit(table, false);
  return { rows: place(rows.filter((row) => row.length > 0)), loose };
}

function holdsCells(element: DomElement): boolean {
  for (const _cell of element.querySelectorAll('td, th, tr')) return true;
  return false;
}

const span = (cell: DomElement, name: string, most: number) =>
  Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1, 1), most);

/** Puts each cell at the first column that no cell above reaches into. */
function place(rows: readonly (readonly DomElement[])[]): GridCell[][] {
  const takenUntil = new Map<number, number>();
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((element) => {
      while ((takenUntil.get(column) ?? 0) > row) column++;
      const columnSpan = span(element, 'colspan', widestSpan);
      const rowSpan = span(element, 'rowspan', rows.length - row);
      if (column + columnSpan > widestTable)
        throw tooMuch(phrase(`表格超过 ${widestTable} 列`, `more than ${widestTable} columns in a table`));
      const cell = { element, column, rowSpan, columnSpan };
      if (rowSpan > 1)
        for (let at = column; at < column + columnSpan; at++) takenUntil.set(at, row + rowSpan);
      column += columnSpan;
      return cell;
    });
  });
}

/** Whether a table only lays the page out: one column, another table inside, a role that says so, or cells of many paragraphs. */
export function laysOut(table: DomElement, { rows }: HtmlTable): boolean {
  if (['presentation', 'none'].includes(table.getAttribute('role') ?? '')) return true;
  if (rows.every((row) => row.length < 2)) return true;
  for (const _inner of table.querySelectorAll('table')) return true;
  return rows.some((row) =>
    row.some(({ element }) => [...element.querySelectorAll('p, li')].length > longestCell),
  );
}
