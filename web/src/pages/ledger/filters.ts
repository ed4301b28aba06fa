import type { Query } from '../../api/client.js';

/** What the ledger may be narrowed to, by the names that the API has for it; they stand in the page's address too. */
export const filterNames = [
  'text',
  'light',
  'schedule',
  'verified',
  'claimed',
  'unitId',
  'unit',
  'month',
  'strength',
  'kind',
  'missing',
  'lessSureThan',
  'reviewed',
  'documentId',
  'documentKind',
  'proposal',
  'indicator',
  'place',
  'deadlineFrom',
  'deadlineTo',
] as const;
export type FilterName = (typeof filterNames)[number];

/** Promises unless the address says otherwise. */
export type StanceChoice = 'commitment' | 'achievement' | 'all';
export const sorts = ['deadline', '-deadline', 'document', 'relevance'] as const;
export type Sort = (typeof sorts)[number];

export interface View {
  readonly stance: StanceChoice;
  readonly sort: Sort;
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
}

/** The view that an address stands for. What it does not know is left out. */
export function viewOf(search: URLSearchParams): View {
  const given = filterNames.flatMap((name) => {
    const value = search.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  const filters = Object.fromEntries(given) as View['filters'];
  const stance = search.get('stance');
  const sort = sorts.find((each) => each === search.get('sort'));
  const usual = filters.text === undefined ? 'deadline' : 'relevance';
  return {
    stance: stance === 'achievement' || stance === 'all' ? stance : 'commitment',
    sort: sort === undefined || (sort === 'relevance' && filters.text === undefined) ? usual : sort,
    filters,
  };
}

/** The address of a view, without what is usual. */
export function searchOf({ stance, sort, filters }: View): URLSearchParams {
  const search = new URLSearchParams();
  if (stance !== 'commitment') search.set('stance', stance);
  for (const name of filterNames) if (filters[name]) search.set(name, filters[name]);
  if (sort !== (filters.text === undefined ? 'deadline' : 'relevance')) search.set('sort', sort);
  return search;
}

/** First and last day of `2025-02`. */
function daysOf(month: string): Query {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return { deadlineFrom: `${month}-01`, deadlineTo: `${month}-${last}` };
}

/** The filters of a view as the API takes them, without how rows are sorted and paged. */
export function queryOf({ stance, filters }: View): Query {
  const { month, ...rest } = filters;
  return {
    ...rest,
    ...(stance === 'all' ? {} : { stance }),
    ...(month === undefined ? {} : month === 'none' ? { noDeadline: true } : daysOf(month)),
  };
}
