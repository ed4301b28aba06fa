import type { OfficePackage } from '../shared/office-package.js';
import { isOn } from '../shared/on-off.js';

interface Style {
  basedOn?: string;
  numId?: string;
  level?: number;
  hidden?: boolean;
  raised?: boolean;
  shaded?: boolean;
}

/** What of a document's styles has a say in its text: list numbers, hidden and raised text, inherited along `basedOn`. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #defaultParagraph = '';

  constructor(source: OfficePackage) {
    const part = source.related('styles');
    if (part === null) return;
    const path: string[] = [];
    let style: Style | undefined;
    source.walk(part, {
      open: (name, attribute) => {
        path.push(name);
        const parent = path.at(-2);
        const value = attribute('val');
        if (name === 'w:style') {
          const id = attribute('styleId') ?? '';
          style = {};
          this.#styles.set(id, style);
          if (attribute('type') === 'paragraph' && isOn(attribute('default') ?? '0'))
            this.#defaultParagraph = id;
        } else if (!style) return;
        else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
        else if (name === 'w:numId' && value !== undefined) style.numId = value;
        else if (name === 'w:ilvl') style.level = Number(value) || 0;
        else if (name === 'w:vanish' && parent === 'w:rPr' && path.at(-3) === 'w:style')
          style.hidden = isOn(value);
        else if (name === 'w:shd') style.shaded = true;
        else if (name === 'w:vertAlign' && parent === 'w:rPr' && path.at(-3) === 'w:style')
          style.raised = value === 'superscript';
      },
      close: () => {
        if (path.pop() === 'w:style') style = undefined;
      },
    });
  }

  isHidden(id: string): boolean {
    return this.#first(id, (style) => style.hidden) ?? false;
  }

  isRaised(id: string): boolean {
    return this.#first(id, (style) => style.raised) ?? false;
  }

  /** Whether something is drawn under its words. */
  isShaded(id: string): boolean {
    return this.#first(id, (style) => style.shaded) ?? false;
  }

  /** The list that a paragraph style belongs to. A paragraph without a style has the default one. */
  list(id: string | null): { numId: string; level: number | null; style: string } | null {
    const style = id ?? this.#defaultParagraph;
    const numId = this.#first(style, (candidate) => candidate.numId);
    return numId === undefined ? null : { numId, level: this.#first(style, (s) => s.level) ?? null, style };
  }

  #first<T>(id: string, pick: (style: Style) => T | undefined): T | undefined {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const style: Style | undefined = this.#styles.get(at);
      const found = style && pick(style);
      if (found !== undefined) return found;
      at = style?.basedOn;
    }
    return undefined;
  }
}
