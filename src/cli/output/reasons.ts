import type { Item } from '../../domain/item.js';
import { explainItem } from '../../extract/explain/explain-item.js';
import type { Context } from '../context.js';

/** A line a field: why it reads as it does, each reason with its rule's name and the words it went by. */
export function reasonLines(item: Item, { t, language }: Context): string[] {
  return explainItem(item).map(({ field, reasons }) => {
    const label = t.show.fields[field as keyof typeof t.show.fields] ?? field;
    const told = reasons.map(({ rule, says, words }) => {
      const sentence = says[language];
      const quoted = words === null || sentence.includes(words.text) ? '' : t.explain.words(words.text);
      return `${sentence}${quoted} [${rule}]`;
    });
    return `  ${t.explain.field(label, told.join(t.explain.separator))}`;
  });
}
