import { isOn } from '../shared/on-off.js';
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

/** Reads the characters of runs into their paragraph, hidden text left out: it would run into the numbers around it. */
export class RunReader {
  readonly #styles: Styles;
  #hidden = false;
  #isRaised = false;
  #characters: string | null = null;
  #keepsBlanks = false;
  #checked = false;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  open(name: string, parent: string, attribute: Attribute, paragraph: Paragraph): void {
    if (name === 'w:r') {
      this.#hidden = paragraph.hiddenByStyle;
      this.#isRaised = false;
    } else if (name === 'w:rStyle') {
      this.#hidden ||= this.#styles.isHidden(attribute('val') ?? '');
      this.#isRaised = this.#styles.isRaised(attribute('val') ?? '');
    } else if (name === 'w:vertAlign') this.#isRaised = attribute('val') === 'superscript';
    else if (name === 'w:vanish') this.#hidden = isOn(attribute('val'));
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
    if (!this.#hidden || name === 'm:t') paragraph.add(this.#keepsBlanks ? text : text.trim());
    this.#characters = null;
  }
}
