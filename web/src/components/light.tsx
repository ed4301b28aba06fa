import type { Statuses } from '../api/types.js';
import { terms } from '../i18n/terms.js';
import { useWords } from '../i18n/words.js';
import './light.css';

/** The light of a promise: its colour, and its name for those who do not see colours. */
export function Light({ of }: { readonly of: Statuses['light'] }) {
  const { light } = useWords(terms);
  return (
    <span className={`light light-${of}`} role="img" aria-label={light[of]} title={light[of]}>
      {of === 'none' ? '○' : { green: '●', yellow: '▲', red: '■' }[of]}
    </span>
  );
}
