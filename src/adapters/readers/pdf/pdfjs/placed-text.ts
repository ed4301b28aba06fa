import {
  ascent,
  boxOf,
  descent,
  directionOf,
  type Matrix,
  multiply,
  type PlacedText,
  unit,
  type Vector,
} from '../../shared/layout/placed-text.js';
import type { TextContent, TextItem } from './pdf-document.js';

/** Turns pdf.js's pieces into places in points from the page's upper left corner. */
export function placeText(content: TextContent, viewport: Matrix): PlacedText[] {
  const placed: PlacedText[] = [];
  for (const item of content.items) if (item.str !== '') placed.push(place(item, content, viewport));
  return placed;
}

function place(item: TextItem, content: TextContent, viewport: Matrix): PlacedText {
  const style = content.styles[item.fontName];
  const [a, b, c, d, x, y] = multiply(viewport, item.transform);
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const right = unit(a, b);
  // The glyph's up; y grows downwards on the page as it is looked at.
  const up = unit(c, d);
  const vertical = style?.vertical === true;
  const length = vertical ? item.height : item.width;
  const writing: Vector = vertical ? [-up[0], -up[1]] : right;
  const lineward: Vector = vertical ? [-right[0], -right[1]] : [-up[0], -up[1]];
  const near = vertical ? item.width / 2 : ascent * size;
  const far = vertical ? item.width / 2 : descent * size;
  const from = x * writing[0] + y * writing[1];
  return {
    text: item.str,
    direction: directionOf(writing),
    from,
    to: from + length,
    across: x * lineward[0] + y * lineward[1],
    size,
    box: boxOf([x, y], writing, lineward, [length, -near, far]),
    isGap: item.height === 0 && item.str.trim() === '',
  };
}
