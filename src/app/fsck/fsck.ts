import type { DataFinding } from '../../domain/data-finding.js';
import { asJiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import type { DataAudit, KeptOriginal } from '../ports/data-audit.js';
import type { TrailStore } from '../ports/trail-store.js';
import { verifyTrail } from '../trail/verify-trail.js';
import { checkDocument } from './check-document.js';

export interface FsckDependencies {
  readonly audit: DataAudit;
  readonly trail: () => Promise<Pick<TrailStore, 'entries'>>;
}

/** How much was looked at. */
export interface FsckCounts {
  originals: number;
  documents: number;
  rows: number;
  /** Trails, one an office. */
  trails: number;
}

/** Sizes of the originals that are whole, by digest; null for those that were told to be bad. */
type Sizes = Map<string, number | null>;

async function checkOriginal(
  { place, sha256, read }: KeptOriginal,
  sizes: Sizes,
): Promise<DataFinding | null> {
  if (sha256 === null) return { code: 'original-foreign', parameters: { place } };
  sizes.set(sha256, null);
  try {
    const bytes = await read();
    if (bytes.length === 0) return { code: 'original-empty', parameters: { place } };
    if (sha256Hex(bytes) !== sha256) return { code: 'original-changed', parameters: { place } };
    sizes.set(sha256, bytes.length);
    return null;
  } catch (thrown) {
    const fault = asJiannuoError(thrown);
    if (fault.class === 'unavailable') throw fault;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { code: 'original-unreadable', parameters: { place, reason } };
  }
}

async function* checkOriginals(
  audit: DataAudit,
  sizes: Sizes,
  places: Map<string, string>,
  counts: FsckCounts,
) {
  for await (const original of audit.originals()) {
    counts.originals += 1;
    if (original.sha256 !== null) places.set(original.sha256, original.place);
    const finding = await checkOriginal(original, sizes);
    if (finding) yield finding;
  }
}

async function* checkDocuments(audit: DataAudit, sizes: Sizes, counts: FsckCounts) {
  const sizeOf = async (sha256: string): Promise<number | null | undefined> => {
    const size = sizes.get(sha256);
    if (size !== undefined) return size ?? undefined;
    // It may have come after the originals were walked.
    return (await audit.hasOriginal(sha256)) ? undefined : null;
  };
  for await (const id of audit.documentIds()) {
    const document = await audit.document(id);
    if (!document) continue;
    counts.documents += 1;
    counts.rows += document.items.length;
    if ((await checkDocument(document, sizeOf)).length === 0) continue;
    // Somebody may have been writing it: what is wrong is so at a second look too.
    const again = await audit.document(id);
    if (again) yield* await checkDocument(again, sizeOf);
  }
}

async function* checkTrails(
  { audit, trail }: FsckDependencies,
  counts: FsckCounts,
): AsyncGenerator<DataFinding> {
  const store = await trail();
  for (const tenant of await audit.tenantsWithTrail()) {
    counts.trails += 1;
    const { whole, broken } = await verifyTrail(store, tenant);
    if (broken) yield { code: 'trail-broken', parameters: { tenant, number: broken.number, whole } };
  }
}

async function* stages(deps: FsckDependencies, counts: FsckCounts) {
  const { audit } = deps;
  const sizes: Sizes = new Map();
  const places = new Map<string, string>();
  yield async function* damage(): AsyncGenerator<DataFinding> {
    for (const reason of await audit.damage()) yield { code: 'store-damaged', parameters: { reason } };
  };
  // Before the documents: an original is kept before its document is noted.
  yield () => checkOriginals(audit, sizes, places, counts);
  yield () => checkDocuments(audit, sizes, counts);
  yield async function* claims(): AsyncGenerator<DataFinding> {
    for await (const { claim, sha256 } of audit.claimFiles())
      if (!sizes.has(sha256) && !(await audit.hasOriginal(sha256)))
        yield { code: 'claim-file-missing', parameters: { claim, sha256 } };
  };
  yield async function* orphans(): AsyncGenerator<DataFinding> {
    // After the originals: whatever names one of those walked by now is found.
    for await (const sha256 of audit.named()) places.delete(sha256);
    for (const [sha256, place] of places)
      if (sizes.get(sha256) !== null) yield { code: 'original-orphaned', parameters: { place } };
  };
  yield async function* rows(): AsyncGenerator<DataFinding> {
    for await (const { item, document } of audit.strayRows())
      yield { code: 'row-without-document', parameters: { item, document } };
  };
  yield async function* figures(): AsyncGenerator<DataFinding> {
    for await (const { tenant, cells } of audit.wrongCounts())
      yield { code: 'counts-differ', parameters: { tenant, cells } };
  };
  yield () => checkTrails(deps, counts);
}

/**
 * Reads every original again and holds ledger, texts and trails against each other, of all offices; changes nothing.
 * A damaged data file is a finding, and the checks that it does not stop go on. Throws `store-unavailable`.
 * @param counts filled as it goes on
 */
export async function* fsck(deps: FsckDependencies, counts: FsckCounts): AsyncGenerator<DataFinding> {
  const told = new Set<string>();
  for await (const stage of stages(deps, counts)) {
    try {
      yield* stage();
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (fault.code !== 'data-damaged') throw fault;
      const reason = String(fault.parameters.reason ?? fault.code);
      if (!told.has(reason)) yield { code: 'store-damaged', parameters: { reason } };
      told.add(reason);
    }
  }
}
