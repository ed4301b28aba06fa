import type { Passage } from '../api/standing-types.js';
import './quoted.css';

interface Given {
  readonly passage: Passage | null;
  /** Where the text is not stored any more. */
  readonly quote: string;
  /** A part of the quote that counts most: the figure. */
  readonly figure?: string | null;
}

const flat = (text: string): string => text.replace(/[\r\n\f\t]+/g, ' ');

function Marked({ text, figure }: { readonly text: string; readonly figure: string | null }) {
  const at = figure ? text.indexOf(figure) : -1;
  if (at < 0 || !figure) return <mark>{flat(text)}</mark>;
  return (
    <mark>
      {flat(text.slice(0, at))}
      <strong>{flat(figure)}</strong>
      {flat(text.slice(at + figure.length))}
    </mark>
  );
}

/** A quote marked in its paragraph. */
export function Quoted({ passage, quote, figure = null }: Given) {
  return (
    <blockquote className="quoted">
      {passage ? <span className="quoted-around">{flat(passage.before)}</span> : null}
      <Marked text={passage?.quote ?? quote} figure={figure} />
      {passage ? <span className="quoted-around">{flat(passage.after)}</span> : null}
    </blockquote>
  );
}
