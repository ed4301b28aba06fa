import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { StoredDocument } from '../api/types.js';
import { useWords, words } from '../i18n/words.js';

const MetaForm = lazy(async () => ({ default: (await import('./meta-form.js')).MetaForm }));

const texts = words({ correct: '更正文件信息' }, { correct: 'Correct the document’s own facts' });

/** Opens the form by which what was recognised of a document is set right. */
export function CorrectMeta({
  document,
  onNews = () => undefined,
}: {
  readonly document: StoredDocument;
  /** With the document as it is since somebody set it right. */
  readonly onNews?: (document: StoredDocument) => void;
}) {
  const t = useWords(texts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={<EditOutlined />}
        aria-label={t.correct}
        title={t.correct}
        onClick={() => setOpen(true)}
      />
      {isOpen ? (
        <Suspense>
          <MetaForm document={document} onClose={() => setOpen(false)} onNews={onNews} />
        </Suspense>
      ) : null}
    </>
  );
}
