import { FilterOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, type InputRef, Segmented } from 'antd';
import { lazy, useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFacets, useLedgerRows } from '../../api/ledger.js';
import { may, useMe } from '../../app/me.js';
import { OnceOpened } from '../../components/once-opened.js';
import { PickSheet } from '../../components/pick-sheet.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useHeightLeft } from '../../components/use-height-left.js';
import { useKeys } from '../../components/use-keys.js';
import { joins } from '../../i18n/joins.js';
import { useWords } from '../../i18n/words.js';
import { Chips } from './chips.js';
import { useColumnChoice } from './column-choice.js';
import { ColumnSettings } from './column-settings.js';
import { ExportMenu } from './export-menu.js';
import { FacetsPanel } from './facets-panel.js';
import {
  type FilterName,
  queryOf,
  type StanceChoice,
  searchOf,
  sorts,
  type View,
  viewOf,
} from './filters.js';
import { LedgerTable } from './ledger-table.js';
import { RowDrawer } from './row-drawer.js';
import { SortMenu } from './sort-menu.js';
import { useChosen } from './use-chosen.js';
import { ViewsMenu } from './views-menu.js';
import { ledgerWords } from './words.js';
import './ledger.css';

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.js')).BulkBar }));
const ImportLedger = lazy(async () => ({
  default: (await import('./import-ledger.js')).ImportLedger,
}));
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.js')).KeysHelp }));

/** Heading of the table and the page's lower margin. */
const belowTable = 64;
const narrow = matchMedia('(max-width: 720px)');

/** The 台账: what is shown stands in the address, how it is shown in this browser. */
export function LedgerPage() {
  const { labelled } = useWords(joins);
  const t = useWords(ledgerWords);
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search);
  const filter = queryOf(view);
  const choice = useColumnChoice();
  const mayImport = may(useMe(), 'editor', 'administrator');
  const [sheet, setSheet] = useState<File | null>(null);
  const marked = useChosen();
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetching, fetchNextPage, refetch } =
    useLedgerRows(filter, view.sort);
  const facets = useFacets(filter).data;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total;
  // By their ids: the list may be read again in another order.
  const [activeId, setActive] = useState<string | null>(null);
  const [openedId, setOpened] = useState<string | null>(null);
  const active = rows.findIndex(({ id }) => id === activeId);
  const [words, setWords] = useState(view.filters.text ?? '');
  const [isHelped, setHelped] = useState(false);
  const [showsFacets, setShowsFacets] = useState(!narrow.matches);
  const input = useRef<InputRef>(null);
  const box = useRef<HTMLDivElement>(null);
  const height = useHeightLeft(box, belowTable);
  const go = (next: View) => {
    setActive(null);
    setSearch(searchOf(next));
  };
  const setFilter = (name: FilterName, value: string | undefined) => {
    const { [name]: _, ...others } = view.filters;
    const isSearch = name === 'text' && value !== undefined && value !== '';
    // Who searches wants what fits best first, unless an order was chosen for the search before.
    const sort = isSearch && view.filters.text === undefined ? 'relevance' : view.sort;
    go({
      ...view,
      sort,
      filters: value === undefined || value === '' ? others : { ...others, [name]: value },
    });
  };
  const { text = '' } = view.filters;
  useEffect(() => setWords(text), [text]);
  const nextPage = () => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  const step = (by: number) => () => {
    const next = Math.min(Math.max(active + by, 0), rows.length - 1);
    const id = rows[next]?.id ?? null;
    setActive(id);
    if (openedId !== null) setOpened(id);
    if (next > rows.length - 20) nextPage();
  };
  useKeys({
    ArrowDown: step(1),
    ArrowUp: step(-1),
    Enter: () => setOpened(activeId),
    x: () => {
      const row = rows[active];
      if (row) marked.toggle(row);
    },
    Escape: () => marked.set([]),
    '/': () => input.current?.focus({ cursor: 'all' }),
    '?': () => setHelped(true),
  });
  const hasFilters = Object.keys(view.filters).length > 0;
  const shown = choice.chosen.filter((column) => column.shown).map(({ key }) => key);
  const empty = hasFilters ? (
    t.noMatch
  ) : (
    <>
      <p>{t.empty}</p>
      <Link to="/welcome">{t.toWelcome}</Link>
    </>
  );
  const panel = <FacetsPanel facets={facets} view={view} onChoose={setFilter} />;
  return (
    <div className="ledger">
      <div className="page-head">
        <h1>{t.title}</h1>
        <Segmented<StanceChoice>
          aria-label={t.stance}
          value={view.stance}
          onChange={(stance) => go({ ...view, stance })}
          options={(['commitment', 'achievement', 'all'] as const).map((value) => ({
            value,
            label: t.stances[value],
          }))}
        />
        <Input.Search
          ref={input}
          className="ledger-search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onSearch={(given) => setFilter('text', given.trim())}
          onKeyDown={({ key, currentTarget }) => {
            if (key !== 'Escape') return;
            currentTarget.blur();
            setFilter('text', undefined);
          }}
          placeholder={t.search}
          aria-label={t.searchLabel}
          allowClear
          maxLength={200}
        />
        <span className="quiet" role="status">
          {total ? t.total(total.count, total.capped) : ''}
        </span>
        <div className="page-head-more ledger-tools">
          <Button
            icon={<FilterOutlined />}
            aria-pressed={showsFacets}
            onClick={() => setShowsFacets(!showsFacets)}
          >
            {t.filters}
          </Button>
          <SortMenu
            sort={view.sort}
            sorts={sorts.filter((sort) => sort !== 'relevance' || text !== '')}
            onSort={(sort) => go({ ...view, sort })}
          />
          <ColumnSettings {...choice} />
          <ViewsMenu search={searchOf(view).toString()} />
          <ExportMenu filter={filter} sort={view.sort} shown={shown} />
          {mayImport ? <PickSheet label={t.import} onPick={setSheet} /> : null}
          <Button icon={<QuestionCircleOutlined />} aria-label={t.help} onClick={() => setHelped(true)} />
        </div>
      </div>
      <Chips
        view={view}
        facets={facets}
        onRemove={(name) => setFilter(name, undefined)}
        onClear={() => go({ ...view, filters: {} })}
      />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      <div className="ledger-body">
        {showsFacets && !narrow.matches ? panel : null}
        {narrow.matches ? (
          <Drawer open={showsFacets} onClose={() => setShowsFacets(false)} size={300} title={t.filters}>
            {panel}
          </Drawer>
        ) : null}
        <div ref={box} className="ledger-table">
          <LedgerTable
            rows={rows}
            chosen={choice.chosen}
            marked={marked}
            active={active}
            height={height}
            loading={isPending || isPlaceholderData}
            empty={empty}
            onOpen={(index) => {
              const id = rows[index]?.id ?? null;
              setActive(id);
              setOpened(id);
            }}
            onNearEnd={nextPage}
          />
          <OnceOpened open={marked.ids.length > 0}>
            <BulkBar chosen={marked} filter={filter} sort={view.sort} shown={shown} />
          </OnceOpened>
          <p className="visually-hidden" role="status">
            {active >= 0 ? labelled(String(active + 1), rows[active]?.indicator ?? '') : ''}
          </p>
        </div>
      </div>
      <RowDrawer row={rows.find(({ id }) => id === openedId) ?? null} onClose={() => setOpened(null)} />
      <OnceOpened open={sheet !== null}>
        <ImportLedger file={sheet} onClose={() => setSheet(null)} />
      </OnceOpened>
      <OnceOpened open={isHelped}>
        <KeysHelp open={isHelped} onClose={() => setHelped(false)} />
      </OnceOpened>
    </div>
  );
}
