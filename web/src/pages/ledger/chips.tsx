import { Button, Tag } from 'antd';
import type { FacetName, Facets } from '../../api/types.js';
import { joins } from '../../i18n/joins.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { type FilterName, filterNames, type View } from './filters.js';
import { ledgerWords } from './words.js';

/** Facets that know what an id is called. */
const namedBy: Readonly<Partial<Record<FilterName, FacetName>>> = { unitId: 'unit', documentId: 'document' };

interface Given {
  readonly view: View;
  readonly facets: Facets | undefined;
  readonly onRemove: (name: FilterName) => void;
  readonly onClear: () => void;
}

/** The filters that hold, each to be taken away. */
export function Chips({ view, facets, onRemove, onClear }: Given) {
  const t = useWords(ledgerWords);
  const all = useWords(terms);
  const { labelled } = useWords(joins);
  const told = (name: FilterName, value: string): string => {
    if (name === 'month') return value === 'none' ? t.noMonth : t.month(value);
    if (name === 'lessSureThan') return `${value}%`;
    const facet = namedBy[name];
    if (facet) return facets?.facets[facet].values.find((one) => one.value === value)?.label ?? value;
    const words = name in all ? (all[name as keyof typeof all] as Readonly<Record<string, string>>) : {};
    return words[value] ?? value;
  };
  const held = filterNames.flatMap((name) => {
    const value = view.filters[name];
    return value === undefined ? [] : [{ name, text: labelled(t.names[name], told(name, value)) }];
  });
  if (held.length === 0) return null;
  return (
    <div className="chips">
      {held.map(({ name, text }) => (
        <Tag
          key={name}
          closable={{ 'aria-label': t.remove(text) }}
          onClose={() => onRemove(name)}
          color="blue"
        >
          {text}
        </Tag>
      ))}
      <Button size="small" type="link" onClick={onClear}>
        {t.clear}
      </Button>
    </div>
  );
}
