import type { Matrix, PlacedText } from '../../shared/layout/placed-text.js';
import { placeValue } from '../place-value.js';
import type { Annotation } from './pdf-document.js';

/** What was filled into a page's form fields, placed like drawn text. Scripts of the form are never run. */
export function placeFields(annotations: readonly Annotation[], viewport: Matrix): PlacedText[] {
  return annotations.flatMap((annotation) => {
    const text = filledIn(annotation);
    return text === '' || !annotation.rect ? [] : [placeValue(text, annotation.rect, viewport)];
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
