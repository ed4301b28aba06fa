import type { PromiseEvidence } from '../../api/standing-types.js';
import { DocumentLink } from '../../components/document-link.js';
import { figureText } from '../../components/figures.js';
import { joins } from '../../i18n/joins.js';
import { standingTerms } from '../../i18n/standing-terms.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { commitmentWords } from './words.js';

type Fields = NonNullable<PromiseEvidence['standing']>['fields'];

/** What was promised, each field as it was said, and beside it what decisions set in its place. */
export function Facts({ row, standing }: Pick<PromiseEvidence, 'row' | 'standing'>) {
  const t = useWords(commitmentWords);
  const { strength } = useWords(terms);
  const { comparator } = useWords(standingTerms);
  const { list, comma } = useWords(joins);
  const fields: Fields = standing?.fields ?? {};
  const figure = [
    row.comparator === null || row.comparator === '=' ? '' : comparator[row.comparator],
    figureText(row),
  ]
    .filter(Boolean)
    .join(' ');
  const hasFigure =
    fields.value !== undefined || fields.unit !== undefined || fields.comparator !== undefined;
  const setFigure = hasFigure ? `${fields.value ?? row.value ?? ''}${fields.unit ?? row.unit ?? ''}` : null;
  const setDeadline = fields.deadline === undefined ? null : (fields.deadline ?? t.none);
  const shown: (readonly [string, string, string | null])[] = [
    [t.indicator, row.indicator, fields.indicator ?? null],
    [t.figure, figure, setFigure],
    [
      t.deadline,
      row.deadline === null ? t.none : [row.deadline.text, row.deadline.date].filter(Boolean).join(comma),
      setDeadline,
    ],
    [t.responsible, list(row.responsible) || t.none, fields.responsible ? list(fields.responsible) : null],
    [t.strength, strength[row.strength], null],
    [t.number, row.id, null],
  ];
  return (
    <dl className="facts">
      {shown
        .filter(([, value, set]) => value !== '' || set !== null)
        .map(([label, value, set]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {set === null ? value : <del>{value}</del>}
              {set === null ? null : (
                <ins>
                  {t.setBy} {set}
                </ins>
              )}
            </dd>
          </div>
        ))}
      <div>
        <dt>{t.document}</dt>
        <dd>
          <DocumentLink documentId={row.documentId} itemId={row.id}>
            {row.document.title ?? row.document.name}
          </DocumentLink>
          {row.page === null ? '' : `${comma}${t.page(row.page)}`}
        </dd>
      </div>
    </dl>
  );
}
