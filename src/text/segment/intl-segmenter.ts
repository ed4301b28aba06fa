import type { Segmenter } from './segmenter.js';

/**
 * Words as ICU cuts them, which comes with the runtime: for where no native module may be loaded. It knows no parts of
 * speech; every word is tagged `x`, the tag set's own for what is not known.
 */
export function intlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
  return {
    id: `icu@${process.versions.icu ?? 'unknown'}`,
    cut,
    tag: (text) => cut(text).map((word) => ({ word, tag: 'x' })),
  };
}
