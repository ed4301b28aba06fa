import type { ListNumbers } from '../shared/list-numbers.js';
import type { TextOutput } from '../shared/text-output.js';
import type { Attribute, XmlHandler } from '../shared/xml-walk.js';
import { Paragraph } from './paragraph.js';
import { RunReader } from './run-reader.js';
import type { Styles } from './styles.js';
import { columns } from './values.js';

/** Content that is not in the text as it stands: struck out or moved away, old properties, readings above characters. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:sectPrChange',
  'w:rt',
]);

const pictures = new Set(['w:drawing', 'w:pict', 'w:object']);

const isStruckOut = (name: string) => name === 'w:del' || name === 'w:moveFrom';

/** A document, sheet, chart or diagram of another program inside this one; formulas are pictures of what stands beside them. */
function isForeign(name: string, attribute: Attribute): boolean {
  if (name === '?:OLEObject') return !/^Equation/i.test(attribute('ProgID') ?? '');
  return name === 'w:altChunk' || name === '?:chart' || name === '?:relIds';
}

/** Walks the body, or a part with notes, and hands its paragraphs and cells to the output. */
export class BodyWalker implements XmlHandler {
  readonly #output: TextOutput;
  readonly #styles: Styles;
  readonly #numbers: ListNumbers;
  readonly #path: string[] = [];
  /** More than one in a text box: its paragraphs stand inside one of the body's, and come before it. */
  readonly #paragraphs: { readonly paragraph: Paragraph; readonly runs: RunReader }[] = [];
  #rowDeleted = false;
  #hasBackground = false;
  #skipFrom: number | null = null;
  /** The text of a paragraph whose end is struck out. */
  #carried = '';
  /** Parts in another format inside the file, which are not read. */
  foreignParts = 0;
  /** Drawings and embedded objects: what a page may consist of where there is no text. */
  pictures = 0;
  /** Characters left out because nobody sees them. */
  unseen = 0;

  constructor(output: TextOutput, styles: Styles, numbers: ListNumbers) {
    this.#output = output;
    this.#styles = styles;
    this.#numbers = numbers;
  }

  open(name: string, attribute: Attribute): void {
    const parent = this.#path.at(-1) ?? '';
    const grandparent = this.#path.at(-2) ?? '';
    this.#path.push(name);
    if (this.#skipFrom !== null) return;
    if (pictures.has(name)) this.pictures++;
    if (isStruckOut(name) && parent === 'w:trPr') this.#rowDeleted = true;
    if (isStruckOut(name) && parent === 'w:rPr' && grandparent === 'w:pPr') this.#markEndDeleted();
    if (this.#isSkipped(name, attribute)) this.#skipFrom = this.#path.length;
    else if (!this.#openTablePart(name, attribute))
      this.#openInParagraph(name, parent, grandparent, attribute);
  }

  close(name: string): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#skipFrom !== null) {
      if (this.#skipFrom === depth) this.#skipFrom = null;
      return;
    }
    if (name === 'w:p') this.#closeParagraph();
    else if (name === 'w:tc') {
      this.#flushCarried();
      this.#output.closeCell();
    } else if (name === 'w:tbl') this.#output.closeTable();
    else if (name === 'w:body' || name === 'w:txbxContent') this.#flushCarried();
    else {
      const open = this.#paragraphs.at(-1);
      open?.runs.close(name, open.paragraph);
    }
  }

  text(characters: string): void {
    if (this.#skipFrom === null) this.#paragraphs.at(-1)?.runs.text(characters);
  }

  #isSkipped(name: string, attribute: Attribute): boolean {
    if (skipped.has(name)) return true;
    if (name === 'w:tc') return this.#rowDeleted;
    // Footnotes of a type are the lines that part notes from text.
    return (name === 'w:footnote' || name === 'w:endnote') && (attribute('type') ?? 'normal') !== 'normal';
  }

  #openTablePart(name: string, attribute: Attribute): boolean {
    const cell = this.#output.cell;
    if (name === 'w:tbl') {
      this.#flushCarried();
      this.#output.openTable();
    } else if (name === 'w:tr') {
      this.#rowDeleted = false;
      this.#output.openRow();
    } else if (name === 'w:gridBefore') this.#output.skipColumns(columns(attribute('val')));
    else if (name === 'w:tc') this.#output.openCell();
    else if (name === 'w:gridSpan' && cell) cell.columnSpan = columns(attribute('val'));
    else if (name === 'w:vMerge' && cell)
      cell.merge = attribute('val') === 'restart' ? 'restart' : 'continue';
    else return false;
    return true;
  }

  #openInParagraph(name: string, parent: string, grandparent: string, attribute: Attribute): void {
    if (isForeign(name, attribute)) this.foreignParts++;
    if (name === 'w:background') this.#hasBackground = true;
    if (name === 'w:p') {
      // Cells and text boxes have grounds of their own, which styles may give them.
      const onPaper = !this.#output.cell && this.#paragraphs.length === 0 && !this.#hasBackground;
      this.#paragraphs.push({ paragraph: new Paragraph(), runs: new RunReader(this.#styles, onPaper) });
      return;
    }
    const open = this.#paragraphs.at(-1);
    if (!open) return;
    const { paragraph, runs } = open;
    if (parent === 'w:numPr' && name === 'w:numId') paragraph.numId = attribute('val') ?? null;
    else if (parent === 'w:numPr' && name === 'w:ilvl') paragraph.level = Number(attribute('val')) || 0;
    else if (name === 'w:pStyle') {
      paragraph.style = attribute('val') ?? null;
      paragraph.hiddenByStyle = this.#styles.isHidden(paragraph.style ?? '');
      paragraph.isShaded ||= this.#styles.isShaded(paragraph.style ?? '');
    } else if (name === 'w:shd' && parent === 'w:pPr') {
      paragraph.isShaded = true;
    } else if (grandparent !== 'w:pPr' && parent !== 'w:pPr') runs.open(name, parent, attribute, paragraph);
  }

  #markEndDeleted(): void {
    const open = this.#paragraphs.at(-1);
    if (open) open.paragraph.endDeleted = true;
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (!open) return;
    const { paragraph, runs } = open;
    this.unseen += runs.unseen;
    const isGone = paragraph.endDeleted && paragraph.text === '';
    const label = isGone ? '' : paragraph.label(this.#numbers, this.#styles);
    const text = this.#carried + label + paragraph.text;
    this.#carried = '';
    if (paragraph.endDeleted) this.#carried = text;
    else this.#output.block(text);
  }

  #flushCarried(): void {
    if (this.#carried !== '') this.#output.block(this.#carried);
    this.#carried = '';
  }
}
