import { useState } from 'react';
import type { FacetName, Facets } from '../../api/types.js';
import { Light } from '../../components/light.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import type { FilterName, View } from './filters.js';
import { ledgerWords } from './words.js';

/** Facets in the order of the panel, each with the filter that it sets. */
const shown: readonly (readonly [FacetName, FilterName])[] = [
  ['light', 'light'],
  ['schedule', 'schedule'],
  ['verified', 'verified'],
  ['unit', 'unitId'],
  ['month', 'month'],
  ['strength', 'strength'],
  ['kind', 'kind'],
  ['claimed', 'claimed'],
  ['place', 'place'],
  ['document', 'documentId'],
];
const shownAtFirst = 6;

type Value = Facets['facets'][FacetName]['values'][number];

/** What a value is called. */
export function useFacetLabel(): (facet: FacetName, value: Value) => string {
  const t = useWords(ledgerWords);
  const all = useWords(terms);
  return (facet, { value, label }) => {
    if (facet === 'month') return value === null ? t.noMonth : t.month(value);
    const words = facet in all ? (all[facet as keyof typeof all] as Readonly<Record<string, string>>) : {};
    return label ?? words[value ?? ''] ?? value ?? '—';
  };
}

interface FacetGiven {
  readonly name: FacetName;
  readonly facet: Facets['facets'][FacetName];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Facet({ name, facet, chosen, onChoose }: FacetGiven) {
  const t = useWords(ledgerWords);
  const labelOf = useFacetLabel();
  const [isWhole, setWhole] = useState(false);
  // Rows without a unit or a place cannot be asked for; those without a deadline can.
  const values = facet.values
    .map((one) =>
      one.value === null && name === 'month' ? { ...one, value: 'none', label: t.noMonth } : one,
    )
    .filter(({ value }) => value !== null);
  if (values.length === 0) return null;
  const ordered =
    name === 'month' ? values.toSorted((a, b) => (a.value ?? '').localeCompare(b.value ?? '')) : values;
  const visible = isWhole ? ordered : ordered.slice(0, shownAtFirst);
  return (
    <section className="facet" aria-label={t.facets[name]}>
      <h3>{t.facets[name]}</h3>
      <ul>
        {visible.map((one) => {
          const isChosen = chosen === one.value;
          const label = one.value === 'none' && name === 'month' ? t.noMonth : labelOf(name, one);
          return (
            <li key={one.value}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? undefined : (one.value ?? undefined))}
              >
                {name === 'light' ? <Light of={one.value as 'green'} /> : null}
                <span className="facet-label" title={label}>
                  {label}
                </span>
                <span className="facet-count">{one.count}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {!isWhole && ordered.length > shownAtFirst ? (
        <button type="button" className="facet-more" onClick={() => setWhole(true)}>
          {t.showAll(ordered.length)}
        </button>
      ) : null}
      {isWhole && facet.more > 0 ? <p className="quiet">{t.beyond(facet.more)}</p> : null}
    </section>
  );
}

interface Given {
  readonly facets: Facets | undefined;
  readonly view: View;
  readonly onChoose: (name: FilterName, value: string | undefined) => void;
}

/** What the rows shown could be narrowed to, with how many there are of each. */
export function FacetsPanel({ facets, view, onChoose }: Given) {
  const t = useWords(ledgerWords);
  return (
    <aside className="facets" aria-label={t.filters}>
      <h2 className="visually-hidden">{t.filters}</h2>
      {facets?.capped ? <p className="quiet">{t.capped}</p> : null}
      {facets
        ? shown.map(([name, filter]) => (
            <Facet
              key={name}
              name={name}
              facet={facets.facets[name]}
              chosen={view.filters[filter]}
              onChoose={(value) => onChoose(filter, value)}
            />
          ))
        : null}
    </aside>
  );
}
