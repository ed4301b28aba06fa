import { isOn } from '../shared/on-off.js';
import { visibleCharacters } from '../shared/quality.js';
import { raised } from '../shared/raised.js';
import { symbol } from '../shared/symbols.js';
import type { Attribute } from '../shared/xml-walk.js';
import type { Paragraph } from './paragraph.js';
import type { Styles } from './styles.js';

/** Signs that stand as elements in a run. Page and column breaks are no characters: only a line break ends a line. */
const signs: Readonly<Record<string, (attribute: Attribute) => string>> = {
  'w:tab': () => '\t',
  'w:ptab': () => '\t',
  'w:cr': () => '\n',
  'w:br': (attribute) => (attribute('type') === 'page' || attribute('type') === 'column' ? '' : '\n'),
  'w:noBreakHyphen': () => '-',
  'w:sym': (attribute) => symbol(attribute('char')),
};

/** In half points: nobody reads type of one point. */
const smallest = 2;

/** Reads the characters of runs into their paragraph, hidden text left out: it would run into the numbers around it. */
export class RunReader {
  readonly #styles: Styles;
  readonly #onPaper: boolean;
  #hidden = false;
  /** White ink, on a ground of the run's own, or type too small to be read. */
  #white = false;
  #shaded = false;
  #tiny = false;
  #isRaised = false;
  /** Characters left out because nobody sees them. */
  unseen = 0;
  #characters: string | null = null;
  #keepsBlanks = false;
  #checked = false;

  /** @param onPaper nothing but the page lies under the paragraph: white is not to be seen */
  constructor(styles: Styles, onPaper: boolean) {
    this.#styles = styles;
    this.#onPaper = onPaper;
  }

  open(name: string, parent: string, attribute: Attribute, paragraph: Paragraph): void {
    if (name === 'w:r') {
      this.#hidden = paragraph.hiddenByStyle;
      this.#white = false;
      this.#shaded = paragraph.isShaded;
      this.#tiny = false;
      this.#isRaised = false;
    } else if (name === 'w:rStyle') {
      this.#hidden ||= this.#styles.isHidden(attribute('val') ?? '');
      this.#isRaised = this.#styles.isRaised(attribute('val') ?? '');
    } else if (name === 'w:vertAlign') this.#isRaised = attribute('val') === 'superscript';
    else if (name === 'w:vanish') this.#hidden = isOn(attribute('val'));
    else if (name === 'w:color') this.#white = /^(?:f{6}|white)$/i.test(attribute('val') ?? '');
    else if (name === 'w:shd' || name === 'w:highlight') this.#shaded = true;
    else if (name === 'w:sz') this.#tiny = Number(attribute('val') ?? 99) <= smallest;
    else if (name === 'w:t' || name === 'm:t') {
      this.#characters = '';
      this.#keepsBlanks = name === 'm:t' || attribute('space') === 'preserve';
    } else if (name === 'w:checkBox') this.#checked = false;
    else if (parent === 'w:checkBox' && /:(default|checked)$/.test(name))
      this.#checked = isOn(attribute('val'));
    else if (parent === 'w:r' && !this.#hidden) paragraph.add(signs[name]?.(attribute) ?? '');
  }

  text(characters: string): void {
    if (this.#characters !== null) this.#characters += characters;
  }

  close(name: string, paragraph: Paragraph): void {
    if (name === 'w:checkBox' && !this.#hidden) paragraph.add(this.#checked ? '☑' : '□');
    if (this.#characters === null || (name !== 'w:t' && name !== 'm:t')) return;
    // Line ends inside an element are the file's lay-out, not the document's.
    const plain = this.#characters.replace(/[\r\n\t\f]/g, ' ');
    const text = this.#isRaised && name === 'w:t' ? raised(plain) : plain;
    const isUnseen = this.#tiny || (this.#white && this.#onPaper && !this.#shaded);
    if (isUnseen) this.unseen += visibleCharacters(text);
    else if (!this.#hidden || name === 'm:t') paragraph.add(this.#keepsBlanks ? text : text.trim());
    this.#characters = null;
  }
}
