import type { Matrix, PlacedText } from '../shared/layout/placed-text.js';
import type { Annotation } from './pdf-document.js';

/** What was filled into a page's form fields, placed like drawn text. Scripts of the form are never run. */
export function placeFields(annotations: readonly Annotation[], viewport: Matrix): PlacedText[] {
  return annotations.flatMap((annotation) => {
    const text = filledIn(annotation);
    return text === '' || !annotation.rect ? [] : [place(text, annotation.rect, viewport)];
  });
}

function filledIn({ subtype, fieldType, fieldValue, hidden }: Annotation): string {
  if (subtype !== 'Widget' || hidden || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .filter((value) => typeof value === 'string')
    .join('、')
    .trim();
}

function place(text: string, rect: readonly [number, number, number, number], viewport: Matrix): PlacedText {
  const [a, b, c, d, e, f] = viewport;
  const xs = [rect[0], rect[2]].flatMap((x) => [rect[1], rect[3]].map((y) => a * x + c * y + e));
  const ys = [rect[0], rect[2]].flatMap((x) => [rect[1], rect[3]].map((y) => b * x + d * y + f));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = Math.min(bottom - top, 12);
  const across = bottom - size * 0.3;
  return {
    text,
    direction: 0,
    from: left,
    to: right,
    across,
    size,
    box: [left, top, right, bottom],
    isGap: false,
  };
}
