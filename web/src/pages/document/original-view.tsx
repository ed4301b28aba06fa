import { Alert, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useDocumentText, useOriginal } from '../../api/one-document.js';
import type { PlacedItem } from '../../api/standing-types.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useWords } from '../../i18n/words.js';
import { TextView } from './text-view.js';
import { documentWords } from './words.js';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));

interface Given {
  readonly id: string;
  readonly drawn: boolean;
  readonly items: readonly PlacedItem[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** The original as pages or as text; the text where pages cannot be drawn. */
export function OriginalView({ id, drawn, items, selected, onSelect }: Given) {
  const t = useWords(documentWords);
  const [failed, setFailed] = useState(false);
  const original = useOriginal(id, drawn && !failed);
  const text = useDocumentText(id);
  const common = { items, selected, onSelect };
  const isPdf = drawn && !failed && !original.error;
  if (isPdf && original.data)
    return (
      <Suspense fallback={<Spin />}>
        <PdfView bytes={original.data} onFailed={() => setFailed(true)} {...common} />
      </Suspense>
    );
  if (text.error) return <ProblemNotice thrown={text.error} onRetry={() => void text.refetch()} />;
  if ((isPdf && original.isPending) || !text.data) return <Spin className="pdf-opening" />;
  return (
    <>
      {drawn ? <Alert type="warning" showIcon title={t.cannotDraw} /> : null}
      <TextView source={text.data} {...common} />
    </>
  );
}
