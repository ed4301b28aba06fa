import type { LedgerRow } from '../../api/types.js';
import { figureText } from '../../components/figures.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { documentWords } from './words.js';

/** What was read of an item, field by field; the empty ones are left out. */
function useFields(row: LedgerRow): readonly (readonly [string, string])[] {
  const t = useWords(documentWords);
  const terms_ = useWords(terms);
  const { comparator } = useWords(standingTerms);
  const { deadline } = row;
  const inferred = deadline?.date && deadline.date !== deadline.text ? t.inferred(deadline.date) : '';
  const fields: [string, string][] = [
    ['indicator', row.indicator],
    ['value', figureText(row)],
    ['comparator', row.comparator === null ? '' : comparator[row.comparator]],
    ['per', row.per ?? ''],
    ['change', row.change === null ? '' : row.change === 'increase' ? t.up : t.down],
    ['deadline', deadline === null ? '' : [deadline.text, inferred].filter(Boolean).join('，')],
    ['responsible', row.responsible.join('、')],
    ['strength', `${terms_.strength[row.strength]}${row.hedged ? ` · ${t.fields.hedged ?? ''}` : ''}`],
    ['missing', row.missing.map((each) => terms_.missing[each]).join('、')],
    ['doubtful', row.doubtful?.join('、') ?? ''],
    ['section', row.section.join(' / ')],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([field, value]) => [t.fields[field] ?? field, value] as const);
}

export function ItemFields({ row }: { readonly row: LedgerRow }) {
  const fields = useFields(row);
  return (
    <dl className="item-fields">
      {fields.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
