import type { Decision } from '../../domain/decision.js';
import { evidenceId } from '../../domain/identity.js';
import type { SourceText } from '../../domain/source-text.js';
import type { Evidence } from '../../domain/tracking.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { titlesOnce } from '../query/documents-once.js';
import { onceEach } from '../query/once-each.js';
import { type Passage, passageAround } from '../query/passage.js';
import { isEvidence } from './resolve.js';
import type { NamedEvidence } from './told-standing.js';

/** Evidence as a person looks at it: with the paragraph that it stands in and what was said of it last. */
export type ShownEvidence = NamedEvidence & {
  /** Of its document; null where none was found. */
  readonly title: string | null;
  /** null where the text is not stored any more. */
  readonly passage: Passage | null;
  readonly said: 'confirm' | 'deny' | null;
};

/** A link that somebody denied: it counts no more, and can be confirmed again. */
export interface DeniedEvidence {
  readonly id: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly passage: Passage | null;
}

/** What evidence is shown with, of each document once. */
export interface Sources {
  readonly text: (documentId: string) => Promise<SourceText | null>;
  readonly title: (documentId: string) => Promise<string | null>;
}

export const sourcesOf = (store: Pick<LedgerStore, 'text' | 'document'>, tenant: string): Sources => ({
  text: onceEach((id) => store.text(tenant, id)),
  title: titlesOnce(store, tenant),
});

const links = (decisions: readonly Decision[]) =>
  decisions.flatMap(({ body }) =>
    body.kind === 'confirm' || body.kind === 'deny' ? [{ kind: body.kind, of: body.evidence }] : [],
  );

async function passageOf({ text }: Sources, documentId: string | null, of: Pick<Evidence, 'start' | 'end'>) {
  const source = documentId === null ? null : await text(documentId);
  return source && passageAround(source.text, of);
}

export async function shownEvidence(
  sources: Sources,
  evidence: readonly NamedEvidence[],
  decisions: readonly Decision[],
): Promise<ShownEvidence[]> {
  const said = links(decisions);
  return Promise.all(
    evidence.map(async (each) => ({
      ...each,
      title: each.documentId === null ? null : await sources.title(each.documentId),
      passage: await passageOf(sources, each.documentId, each),
      said: said.filter(({ of }) => isEvidence(of, each)).at(-1)?.kind ?? null,
    })),
  );
}

/** Links whose last word is no. */
export async function deniedEvidence(
  sources: Sources,
  decisions: readonly Decision[],
): Promise<DeniedEvidence[]> {
  const said = links(decisions);
  const last = said.filter(({ of }, at) => !said.slice(at + 1).some((later) => isEvidence(later.of, of)));
  return Promise.all(
    last
      .filter(({ kind }) => kind === 'deny')
      .map(async ({ of }) => ({
        ...of,
        id: evidenceId(of.documentId, of.start, of.quote),
        passage: await passageOf(sources, of.documentId, of),
      })),
  );
}
