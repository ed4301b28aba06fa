import type { Standing } from '../../api/standing-types.js';
import type { LedgerRow } from '../../api/types.js';
import { figureText } from '../../components/figures.js';
import { joins } from '../../i18n/joins.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { documentWords } from './words.js';

type Fields = Standing['fields'];

/** What decisions set in place of what was read, by the field that it stands beside. */
function useSet(row: LedgerRow, set: Fields): Readonly<Record<string, string | undefined>> {
  const t = useWords(documentWords);
  const { comparator } = useWords(standingTerms);
  const { list } = useWords(joins);
  const hasFigure = set.value !== undefined || set.valueMax !== undefined || set.unit !== undefined;
  const { value = row.value, valueMax = row.valueMax, unit = row.unit } = set;
  return {
    indicator: set.indicator,
    value: hasFigure
      ? figureText({ valueText: null, value, valueMax, unit, comparator: row.comparator })
      : undefined,
    comparator: set.comparator && comparator[set.comparator],
    deadline: set.deadline === null ? t.noDeadline : set.deadline,
    responsible: set.responsible && list(set.responsible),
  };
}

/** A single field that is read right less often than this is named. */
const weakBelow = 0.75;

interface Given {
  readonly row: LedgerRow;
  readonly set: Fields;
}

/** How sure the engine is of the row, and of the fields that it is least sure of. */
function useSureWords(): (confidence: LedgerRow['confidence']) => string {
  const t = useWords(documentWords);
  return (confidence) => {
    if (confidence === undefined) return '';
    const percent = (likely: number) => `${Math.round(likely * 100)}%`;
    const weak = (['stance', 'indicator', 'deadline'] as const).filter(
      (part) => confidence[part] < weakBelow,
    );
    return [
      percent(confidence.row),
      ...weak.map((part) => `${t.fields[part] ?? part} ${percent(confidence[part])}`),
    ].join(' · ');
  };
}

/** What was read of an item, field by field; the empty ones are left out. */
function useFields({ row, set }: Given): readonly (readonly [string, string, string | undefined])[] {
  const t = useWords(documentWords);
  const terms_ = useWords(terms);
  const { comparator } = useWords(standingTerms);
  const { list, comma } = useWords(joins);
  const sureWords = useSureWords();
  const { deadline } = row;
  const instead = useSet(row, set);
  const inferred = deadline?.date && deadline.date !== deadline.text ? t.inferred(deadline.date) : '';
  const fields: [string, string][] = [
    ['indicator', row.indicator],
    ['value', figureText(row)],
    ['comparator', row.comparator === null ? '' : comparator[row.comparator]],
    ['per', row.per ?? ''],
    ['change', row.change === null ? '' : row.change === 'increase' ? t.up : t.down],
    ['deadline', deadline === null ? '' : [deadline.text, inferred].filter(Boolean).join(comma)],
    ['responsible', list(row.responsible)],
    ['strength', `${terms_.strength[row.strength]}${row.hedged ? ` · ${t.fields.hedged ?? ''}` : ''}`],
    ['missing', list(row.missing.map((each) => terms_.missing[each]))],
    ['doubtful', list(row.doubtful ?? [])],
    ['confidence', sureWords(row.confidence)],
    ['section', row.section.join(' / ')],
  ];
  return fields
    .filter(([field, value]) => value !== '' || instead[field] !== undefined)
    .map(([field, value]) => [t.fields[field] ?? field, value, instead[field]] as const);
}

export function ItemFields(given: Given) {
  const t = useWords(documentWords);
  const fields = useFields(given);
  return (
    <dl className="item-fields">
      {fields.map(([label, value, instead]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {instead === undefined ? value : <del>{value}</del>}
            {instead === undefined ? null : (
              <ins>
                {t.setBy} {instead}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
