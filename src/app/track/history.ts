import { canonical, gramsOf } from '../../track/indicator/canonical.js';
import { similarityOf } from '../../track/indicator/similarity.js';
import type { FactBody } from '../../track/ledger/document-facts.js';
import { mayBeAlike, nameKeys } from '../../track/ledger/name-keys.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { FoundFact } from '../ports/tracking-store.js';
import { titlesOnce } from '../query/documents-once.js';

/** One value of an indicator. */
export interface HistoryPoint {
  readonly what: 'baseline' | 'target' | 'result';
  readonly indicator: string;
  readonly value: number;
  readonly valueText: string;
  readonly unit: string;
  /** The last day that it is for, as far as it is told. */
  readonly at: string | null;
  readonly place: string | null;
  readonly documentId: string;
  readonly file: string;
  /** Of the document; null where none was found. */
  readonly title: string | null;
  readonly itemId: string;
  readonly quote: string;
}

type Figure = Extract<FactBody, { side: 'target' | 'report' }>;

const alike = 0.55;

/** Whether a figure is of the indicator asked for: the same question that links ask. */
function isOf(asked: string, { key, ambient, topic }: Figure): boolean {
  if (!mayBeAlike(new Set(gramsOf(asked)), new Set(gramsOf(topic === null ? key : topic + key))))
    return false;
  return similarityOf({ key: asked, ambient: '', topic: null }, { key, ambient, topic }).score >= alike;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All values of an indicator over documents and years, from where it began to what was reached, oldest first. */
export async function history(
  store: Pick<LedgerStore, 'factsLike' | 'heads' | 'document'>,
  tenant: string,
  indicator: string,
  place: string | null,
): Promise<HistoryPoint[]> {
  const asked = canonical(indicator);
  const keys = nameKeys(asked, 'name');
  const found = [
    ...(await store.factsLike(tenant, 'target', place, keys)),
    ...(await store.factsLike(tenant, 'report', place, keys)),
  ];
  const heads = await store.heads(tenant, [...new Set(found.map(({ documentId }) => documentId))]);
  const byId = new Map(heads.map((head) => [head.documentId, head]));
  const pointsOf = ({ body, documentId, itemId }: FoundFact): Omit<HistoryPoint, 'title'>[] => {
    if ((body.side !== 'target' && body.side !== 'report') || !isOf(asked, body)) return [];
    const { item, window, baseline, measure } = body;
    const head = byId.get(documentId);
    const common = {
      ...{ indicator: item.indicator, unit: item.unit ?? '', documentId, itemId, quote: item.quote },
      ...{ file: head?.file ?? '', place: body.place ?? head?.place ?? null },
    };
    const value: Omit<HistoryPoint, 'title'> = {
      ...common,
      what: body.side === 'target' ? 'target' : 'result',
      ...{ value: item.value ?? 0, valueText: item.valueText ?? '', at: window.to ?? head?.day ?? null },
    };
    if (baseline === null || body.side === 'report') return [value];
    const began = baseline / measure.factor;
    const day = head?.day ?? null;
    return [
      { ...common, what: 'baseline', value: began, valueText: `${began}${common.unit}`, at: day },
      value,
    ];
  };
  const points = found
    .flatMap(pointsOf)
    .sort(
      (a, b) => compare(a.at ?? '', b.at ?? '') || compare(a.file, b.file) || compare(a.itemId, b.itemId),
    );
  const title = titlesOnce(store, tenant);
  return Promise.all(points.map(async (point) => ({ ...point, title: await title(point.documentId) })));
}
