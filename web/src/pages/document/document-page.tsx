import { DownloadOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Alert, App, Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { originalOf, pageOf, useDocument, useItems } from '../../api/one-document.js';
import { usePromise } from '../../api/promises.js';
import type { PlacedItem } from '../../api/standing-types.js';
import type { StoredDocument } from '../../api/types.js';
import { may, useMe } from '../../app/me.js';
import { CorrectMeta } from '../../components/correct-meta.js';
import { asDecided, FieldForm } from '../../components/field-form.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useKeys } from '../../components/use-keys.js';
import { useLanguage, useWords } from '../../i18n/words.js';
import { IntoBin } from './into-bin.js';
import { ItemList } from './item-list.js';
import { ItemPanel } from './item-panel.js';
import { isUnsure } from './mark-class.js';
import { OriginalView } from './original-view.js';
import { useReview } from './review.js';
import { Shortcuts } from './shortcuts.js';
import { useTakeBack } from './take-back.js';
import { documentWords } from './words.js';
import './document.css';

const filters = {
  all: () => true,
  commitment: ({ row }: PlacedItem) => row.stance === 'commitment',
  achievement: ({ row }: PlacedItem) => row.stance === 'achievement',
  open: ({ row }: PlacedItem) => row.stance === 'commitment' && row.state?.review === undefined,
  unsure: isUnsure,
  doubtful: ({ row }: PlacedItem) => row.doubtful !== undefined,
} as const;
type Filter = keyof typeof filters;

const reports: readonly string[] = ['progress_report', 'work_report', 'reply'];

function Warnings({ document: { warnings } }: { readonly document: StoredDocument }) {
  const t = useWords(documentWords);
  if (warnings.length === 0) return null;
  return (
    <details className="document-warnings">
      <summary>{t.warnings(warnings.length)}</summary>
      <ul>
        {warnings.slice(0, 200).map(({ code, message, page }) => (
          <li key={`${code} ${page} ${message}`}>{message}</li>
        ))}
      </ul>
    </details>
  );
}

/** The original on one side, what was found in it on the other; either leads to the other. What is chosen stands in the address. */
export function DocumentPage() {
  const { id = '' } = useParams();
  const t = useWords(documentWords);
  const { language } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const { data: document, error, refetch } = useDocument(id);
  const loaded = useItems(id);
  const { items: all, decide, busy } = useReview(loaded.items);
  const takeBack = useTakeBack(id);
  const [filter, setFilter] = useState<Filter>('all');
  const [correcting, setCorrecting] = useState(false);
  const [helping, setHelping] = useState(false);

  const items = filter === 'all' ? all : all.filter(filters[filter]);
  const selected = search.get('item');
  const item = all.find(({ row }) => row.id === selected) ?? null;
  const promise = usePromise(item?.row.id ?? null);
  const mayReview = may(me, 'editor', 'auditor', 'administrator');
  const canDraw = document?.format === 'pdf';
  const drawn = canDraw && search.get('view') !== 'text';

  const put = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      // At once, not when there is time: a key that follows means what the key before has chosen.
      { replace: true, flushSync: true },
    );
  const select = (chosen: string) => put('item', chosen);
  const step = (by: 1 | -1) => {
    const at = items.findIndex(({ row }) => row.id === selected);
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) select(next.row.id);
  };
  /** To the next that is shown, unless another was chosen while the decision was on its way. */
  const leave = (done: PlacedItem) => {
    if (selected !== done.row.id) return;
    const at = all.findIndex(({ row }) => row.id === done.row.id);
    const next = all.slice(at + 1).find(filters[filter]);
    if (next) select(next.row.id);
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  const reviewed = (work: (chosen: PlacedItem) => void) => () => {
    if (!item) return step(1);
    if (!mayReview) return void message.info(t.noRight);
    work(item);
  };
  const accept = reviewed((chosen) =>
    decide(chosen, { kind: 'accept', reason: t.acceptReason }, t.accepted, () => latest.current(chosen)),
  );
  const reject = reviewed((chosen) =>
    decide(chosen, { kind: 'reject', reason: t.rejectReason }, t.rejected, () => latest.current(chosen)),
  );
  const correct = reviewed((chosen) => {
    if (chosen.row.stance === 'commitment') setCorrecting(true);
    else void message.info(t.onlyPromises);
  });
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    a: accept,
    e: correct,
    r: reject,
    t: () => canDraw && put('view', drawn ? 'text' : null),
    Enter: () =>
      item?.row.stance === 'commitment' && void navigate(`/commitments/${encodeURIComponent(item.row.id)}`),
    '?': () => setHelping(true),
  });

  const notice = error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null;
  if (notice && !document) return notice;
  const promises = all.filter(({ row }) => row.stance === 'commitment').length;
  return (
    <div className="document-page">
      <div className="page-head">
        <Link to="/documents">{t.back}</Link>
        <h1 className="document-title">{document?.meta?.title ?? document?.name ?? ''}</h1>
        {document?.meta && mayReview ? <CorrectMeta document={document} /> : null}
        {canDraw ? (
          <Segmented
            aria-label={t.view}
            value={drawn ? 'original' : 'text'}
            onChange={(chosen) => put('view', chosen === 'text' ? 'text' : null)}
            options={[
              { value: 'original', label: t.original },
              { value: 'text', label: t.text },
            ]}
          />
        ) : null}
        {document?.meta && reports.includes(document.meta.kind) ? (
          <Link to={`/documents/${encodeURIComponent(id)}/tracking`}>{t.tracking}</Link>
        ) : null}
        <Button icon={<DownloadOutlined />} href={originalOf(id)} download>
          {t.download}
        </Button>
        <Button href={pageOf(id, language)} download>
          {t.save}
        </Button>
        {document && may(me, 'editor', 'administrator') ? <IntoBin id={id} /> : null}
        <Button
          icon={<QuestionCircleOutlined />}
          aria-label={t.help}
          title={`${t.help} ?`}
          onClick={() => setHelping(true)}
        />
      </div>
      {notice}
      {document?.fault ? <Alert type="error" showIcon title={document.fault.message} /> : null}
      {document ? <Warnings document={document} /> : null}
      <div className="document-panes">
        <section className="document-source card" aria-label={t.source}>
          {document ? (
            <OriginalView
              key={id}
              id={id}
              drawn={drawn}
              items={all}
              selected={selected}
              onSelect={select}
              mayAdd={mayReview}
            />
          ) : null}
        </section>
        <section className="document-items card" aria-label={t.items}>
          <div className="document-items-head">
            <span className="quiet">
              {loaded.isWhole ? t.count(all.length, promises, all.length - promises) : t.loading(all.length)}
            </span>
            <Segmented<Filter>
              size="small"
              aria-label={t.filter}
              value={filter}
              onChange={setFilter}
              options={(Object.keys(filters) as Filter[]).map((value) => ({
                value,
                label: t.filters[value],
              }))}
            />
          </div>
          {loaded.error ? <ProblemNotice thrown={loaded.error} /> : null}
          <ItemList
            items={items}
            selected={selected}
            onSelect={select}
            empty={all.length === 0 && loaded.isWhole ? t.empty : t.none}
          />
          {item ? (
            <ItemPanel
              key={item.row.id}
              item={item}
              mayReview={mayReview}
              busy={busy}
              onAccept={accept}
              onCorrect={correct}
              onReject={reject}
              onTakeBack={() => takeBack(item.row.id)}
            />
          ) : (
            <p className="quiet document-choose">{t.choose}</p>
          )}
        </section>
      </div>
      {item ? (
        <FieldForm
          row={asDecided(item.row, promise.data?.standing?.fields)}
          draft={`correct ${item.row.id}`}
          open={correcting && promise.data !== undefined}
          title={t.form.title}
          reason={t.form.reasonDefault}
          busy={busy}
          onSave={(fields, reason, onSaved) =>
            decide(item, { kind: 'correct', fields, reason }, t.corrected, () => {
              onSaved();
              setCorrecting(false);
            })
          }
          onCancel={() => setCorrecting(false)}
        />
      ) : null}
      <Shortcuts open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}
