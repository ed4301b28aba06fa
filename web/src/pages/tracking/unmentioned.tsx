import { Link } from 'react-router';
import type { Unmentioned as Found } from '../../api/standing-types.js';
import { Answerable, Due } from '../../components/counting.js';
import { figureText } from '../../components/figures.js';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import { trackingWords } from './words.js';

/** Open promises that the report says nothing of. */
export function Unmentioned({ found: { rows, capped } }: { readonly found: Found }) {
  const t = useWords(trackingWords);
  const { inBrackets } = useWords(joins);
  return (
    <section className="card">
      <h2>
        {t.unmentioned}
        {rows.length > 0 ? inBrackets(`${rows.length}${capped ? '+' : ''}`) : ''}
      </h2>
      {rows.length === 0 ? <p className="quiet">{t.allMentioned}</p> : null}
      <ul className="unmentioned">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/commitments/${encodeURIComponent(row.id)}`}>{row.indicator || row.quote}</Link>
            <span>{figureText(row)}</span>
            <span className="quiet">
              <Due row={row} />
            </span>
            <span className="quiet">
              <Answerable row={row} />
            </span>
          </li>
        ))}
      </ul>
      {capped ? <p className="quiet">{t.capped}</p> : null}
    </section>
  );
}
