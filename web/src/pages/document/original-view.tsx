import { Alert, Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useDocumentText, useOriginal } from '../../api/one-document.js';
import type { PlacedItem } from '../../api/standing-types.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { AddMarked } from './add-marked.js';
import { TextView } from './text-view.js';
import { documentWords } from './words.js';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));

interface Given {
  readonly id: string;
  readonly drawn: boolean;
  readonly items: readonly PlacedItem[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Whether promises may be added by marking their words. */
  readonly mayAdd: boolean;
}

/** The original as pages or as text; the text where pages cannot be drawn. */
export function OriginalView({ id, drawn, items, selected, onSelect, mayAdd }: Given) {
  const root = useRef<HTMLDivElement>(null);
  const t = useWords(documentWords);
  const [failed, setFailed] = useState(false);
  const original = useOriginal(id, drawn && !failed);
  const text = useDocumentText(id);
  const common = { items, selected, onSelect };
  const markable = (view: ReactNode) => (
    <div ref={root} className="document-view">
      {view}
      {mayAdd ? <AddMarked documentId={id} root={root} text={text.data?.text} onSelect={onSelect} /> : null}
    </div>
  );
  const isPdf = drawn && !failed && !original.error;
  if (isPdf && original.data)
    return markable(
      <Suspense fallback={<Spin />}>
        <PdfView
          bytes={original.data}
          source={mayAdd ? text.data : undefined}
          onFailed={() => setFailed(true)}
          {...common}
        />
      </Suspense>,
    );
  if (text.error) return <ProblemNotice thrown={text.error} onRetry={() => void text.refetch()} />;
  if ((isPdf && original.isPending) || !text.data) return <Spin className="pdf-opening" />;
  return markable(
    <>
      {drawn ? <Alert type="warning" showIcon title={t.cannotDraw} /> : null}
      <TextView source={text.data} {...common} />
    </>,
  );
}
