interface Given {
  readonly text: string;
  /** Offsets in the text, in order and apart. */
  readonly spans: readonly { readonly start: number; readonly end: number }[] | null | undefined;
}

/** A text with the words that were searched for marked in it. */
export function Marked({ text, spans }: Given) {
  if (!spans || spans.length === 0) return text;
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
