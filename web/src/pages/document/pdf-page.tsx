import { useEffect, useRef, useState } from 'react';
import type { DocumentText } from '../../api/standing-types.js';
import { useWords } from '../../i18n/words.js';
import { Boxes, type PageMark, type PageSize } from './boxes.js';
import type { PDFDocumentProxy } from './pdf-engine.js';
import { TextLayer } from './text-layer.js';
import { documentWords } from './words.js';

interface Given {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Pixels. */
  readonly width: number;
  readonly marks: readonly PageMark[];
  readonly source: DocumentText | undefined;
  readonly lines: DocumentText['lines'] | undefined;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** One page, drawn as sharp as the screen is, its items marked on it. */
export function PdfPage({ pdf, number, width, marks, source, lines, selected, onSelect }: Given) {
  const t = useWords(documentWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<PageSize | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isOver = false;
    let cancel: () => void = () => undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const { width: points, height } = page.getViewport({ scale: 1 });
      if (isOver || !canvas.current) return;
      setSize({ width: points, height });
      const viewport = page.getViewport({ scale: (width / points) * Math.min(devicePixelRatio, 2) });
      canvas.current.width = Math.floor(viewport.width);
      canvas.current.height = Math.floor(viewport.height);
      const task = page.render({ canvas: canvas.current, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    draw().catch((thrown: unknown) => {
      if (!isOver && (thrown as Error).name !== 'RenderingCancelledException') setFailed(true);
    });
    return () => {
      isOver = true;
      cancel();
    };
  }, [pdf, number, width]);
  return (
    <>
      <canvas ref={canvas} className="pdf-canvas" role="img" aria-label={t.page(number)} />
      {failed ? <p className="pdf-failed">{t.pageFailed}</p> : null}
      {size && source && lines ? <TextLayer source={source} lines={lines} size={size} width={width} /> : null}
      {size ? <Boxes size={size} marks={marks} selected={selected} onSelect={onSelect} /> : null}
    </>
  );
}
