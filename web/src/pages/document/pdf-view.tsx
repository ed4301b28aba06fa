import { Spin } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentText, PlacedItem } from '../../api/standing-types.js';
import type { PageMark, PageSize } from './boxes.js';
import { holdInView } from './hold-in-view.js';
import { LazyPart } from './lazy-part.js';
import { openPdf, type PDFDocumentProxy } from './pdf-engine.js';
import { PdfPage } from './pdf-page.js';

interface Given {
  readonly bytes: ArrayBuffer;
  /** The text as it was read, to be selected; where it is not given, nothing is. */
  readonly source: DocumentText | undefined;
  readonly items: readonly PlacedItem[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** The browser cannot draw it. */
  readonly onFailed: () => void;
}

interface Opened {
  readonly pdf: PDFDocumentProxy;
  /** Of the first page: the others are taken to be like it until they are drawn. */
  readonly size: PageSize;
}

const widest = 1_000;
const gap = 12;

function marksByPage(items: readonly PlacedItem[]): ReadonlyMap<number, readonly PageMark[]> {
  const pages = new Map<number, PageMark[]>();
  for (const item of items)
    item.boxes.forEach(({ page, box }, n) => {
      const mark = { item, box, isFirst: n === 0 };
      const marks = pages.get(page);
      if (marks) marks.push(mark);
      else pages.set(page, [mark]);
    });
  return pages;
}

const none: readonly PageMark[] = [];

function linesByPage(source: DocumentText | undefined): ReadonlyMap<number, DocumentText['lines']> {
  const pages = new Map<number, DocumentText['lines']>();
  for (const line of source?.lines ?? []) {
    const lines = pages.get(line.page);
    if (lines) lines.push(line);
    else pages.set(line.page, [line]);
  }
  return pages;
}

const pagesOf = ({ numPages }: PDFDocumentProxy): readonly number[] =>
  Array.from({ length: numPages }, (_, n) => n + 1);

/** The pages as they were made, those near the view drawn. */
export function PdfView({ bytes, source, items, selected, onSelect, onFailed }: Given) {
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [room, setRoom] = useState(0);
  const marks = useMemo(() => marksByPage(items), [items]);
  const lines = useMemo(() => linesByPage(source), [source]);
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    const task = openPdf(bytes);
    let isOver = false;
    const open = async () => {
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!isOver) setOpened({ pdf, size: { width, height } });
    };
    open().catch(() => {
      if (!isOver) failed.current();
    });
    return () => {
      isOver = true;
      void task.destroy();
    };
  }, [bytes]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const width = Math.min(widest, Math.max(200, room - 2 * gap));
  const place = items.find(({ row }) => row.id === selected)?.boxes[0];
  const [at, top] = [place?.page, place?.box[1] ?? 0];
  useEffect(() => {
    const element = scroller.current;
    if (!element || !opened || at === undefined || selected === null || room === 0) return;
    return holdInView(element, selected, () => {
      const part = element.querySelector<HTMLElement>(`[data-page="${at}"]`);
      return part && { part, below: (top * width) / opened.size.width };
    });
  }, [opened, at, top, selected, room, width]);

  return (
    <div className="pdf-view" ref={scroller}>
      {opened ? (
        <div>
          {pagesOf(opened.pdf).map((page) => (
            <div key={page} className="pdf-page" data-page={page} style={{ width }}>
              <LazyPart
                root={scroller}
                index={page}
                height={(opened.size.height * width) / opened.size.width}
              >
                {() => (
                  <PdfPage
                    pdf={opened.pdf}
                    number={page}
                    width={width}
                    marks={marks.get(page) ?? none}
                    source={source}
                    lines={lines.get(page)}
                    selected={selected}
                    onSelect={onSelect}
                  />
                )}
              </LazyPart>
            </div>
          ))}
        </div>
      ) : (
        <Spin className="pdf-opening" />
      )}
    </div>
  );
}
