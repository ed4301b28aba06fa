import { useMemo } from 'react';
import type { DocumentText } from '../../api/standing-types.js';
import type { PageSize } from './boxes.js';
import { shownText } from './marked-text.js';

type Line = DocumentText['lines'][number];

interface Given {
  readonly source: DocumentText;
  readonly lines: readonly Line[];
  readonly size: PageSize;
  /** Pixels. */
  readonly width: number;
}

const family = 'sans-serif';
let measuring: CanvasRenderingContext2D | null = null;

/** Pixels that words take in one size of one font. */
function widthOf(words: string, pixels: number): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (!measuring) return pixels * words.length;
  measuring.font = `${pixels}px ${family}`;
  return measuring.measureText(words).width;
}

/** The lines of a page as they were read, unseen over where they are printed: to be selected. */
export function TextLayer({ source, lines, size, width }: Given) {
  const scale = width / size.width;
  const placed = useMemo(
    () =>
      lines.map(({ start, end, box: [x0, y0, x1, y1] }) => {
        const words = shownText(source.text.slice(start, end)).replace(/[\n\f]+$/, '');
        const pixels = Math.max(4, (y1 - y0) * scale * 0.9);
        const stretch = ((x1 - x0) * scale) / Math.max(1, widthOf(words, pixels));
        const style = {
          ...{ left: x0 * scale, top: y0 * scale, height: (y1 - y0) * scale },
          ...{ fontSize: pixels, lineHeight: `${(y1 - y0) * scale}px`, fontFamily: family },
          transform: `scaleX(${stretch.toFixed(4)})`,
        };
        return { start, end, words, style };
      }),
    [source, lines, scale],
  );
  return (
    <div className="text-layer" aria-hidden="true">
      {placed.map(({ start, end, words, style }) => (
        <span key={start} data-start={start} data-end={end} style={style}>
          {words}
        </span>
      ))}
    </div>
  );
}
