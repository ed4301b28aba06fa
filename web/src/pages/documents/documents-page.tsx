import { Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useDocuments } from '../../api/documents.js';
import type { StoredDocument } from '../../api/types.js';
import { may, useMe } from '../../app/me.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { terms } from '../../i18n/terms.js';
import { useWords } from '../../i18n/words.js';
import { UploadButtons } from '../../uploads/upload-buttons.js';
import { UploadList } from '../../uploads/upload-list.js';
import { uploadWords } from '../../uploads/words.js';
import { DocumentsTable } from './documents-table.js';
import { documentsWords } from './words.js';
import './documents.css';

type Status = StoredDocument['status'];

/** Every file that was taken in, and where it stands. The status stands in the address. */
export function DocumentsPage() {
  const t = useWords(documentsWords);
  const { documentStatus } = useWords(terms);
  const [search, setSearch] = useSearchParams();
  const statuses = Object.keys(documentStatus) as Status[];
  const status = statuses.find((each) => each === search.get('status')) ?? null;
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useDocuments(status);
  const { hint: uploadHint } = useWords(uploadWords);
  const canUpload = may(useMe(), 'editor', 'administrator');
  const documents = data?.pages.flatMap((page) => page.documents) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Segmented<Status | 'all'>
          value={status ?? 'all'}
          onChange={(chosen) => setSearch(chosen === 'all' ? {} : { status: chosen })}
          options={[
            { value: 'all', label: t.all },
            ...statuses.map((value) => ({ value, label: documentStatus[value] })),
          ]}
        />
        {canUpload ? (
          <div className="page-head-more documents-tools">
            <UploadButtons />
          </div>
        ) : null}
      </div>
      {canUpload ? <UploadList /> : null}
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      <DocumentsTable
        documents={documents}
        loading={isPending}
        empty={status !== null ? t.noneOfStatus : canUpload ? uploadHint : t.empty}
      />
      {hasNextPage ? (
        <Button className="documents-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}
