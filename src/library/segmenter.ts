import { intlSegmenter } from '../text/segment/intl-segmenter.js';
import { loadSegmenter, type Segmenter } from '../text/segment/segmenter.js';

let loaded: Segmenter | undefined;

/** The segmenter of the installed native module, as the ledger uses it; ICU's where none can be loaded. Loaded once. */
export function usualSegmenter(): Segmenter {
  if (loaded) return loaded;
  try {
    loaded = loadSegmenter().segmenter;
  } catch {
    loaded = intlSegmenter();
  }
  return loaded;
}
