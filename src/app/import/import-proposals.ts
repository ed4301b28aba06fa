import { setImmediate as otherWork } from 'node:timers/promises';
import { JiannuoError } from '../../domain/errors.js';
import { proposalNumberKey } from '../../domain/identity.js';
import type { Proposal } from '../../domain/ledger.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { numbersIn } from '../proposal/alike.js';
import { type Heading, headedRows } from './headed-table.js';
import { type PlannedChange, type PlannedLine, planProposals } from './plan-proposals.js';
import { neededFields, type ProposalField, readProposalHeading } from './proposal-columns.js';
import { bodyOfHeadings, type ListOf, readProposals } from './proposal-rows.js';

/** So many lines are taken in at once: more than a session of any office has, and done before a proxy gives up waiting. */
const mostLines = 10_000;
/** So many lines are put down before others have their turn: a store that answers at once leaves none in between. */
const linesAtOnce = 10;

export interface ImportDeps {
  readonly reader: Pick<DocumentReader, 'readWritten'>;
  readonly store: Pick<
    LedgerStore,
    'proposals' | 'proposalNotes' | 'registerProposal' | 'addProposalNote' | 'linkProposal'
  >;
}

export interface ImportAsked {
  readonly tenant: string;
  readonly file: FileToRead;
  readonly list: ListOf;
  /** Name of who takes it in. */
  readonly by: string;
  /** Only tells what would be done. */
  readonly dryRun: boolean;
}

export interface ImportReport {
  /** Columns of the list, and what each was taken for. */
  readonly headings: readonly Heading<ProposalField>[];
  readonly lines: readonly PlannedLine[];
  /** Whether it was done; a dry run does nothing. */
  readonly done: boolean;
}

const isChange = (line: PlannedLine | PlannedChange): line is PlannedChange =>
  'put' in line && line.outcome !== 'same';

async function put(
  store: ImportDeps['store'],
  { tenant, by }: ImportAsked,
  { proposalId, put: { number, registration, handedOver }, changes, letters }: PlannedChange,
  known: ReadonlyMap<string, Proposal>,
): Promise<void> {
  const { body, session, title } = registration;
  const id = proposalId ?? (await store.registerProposal(tenant, { body, session, number, title }));
  const note = { tenant, proposalId: id, madeBy: by, madeAt: new Date().toISOString() };
  if (proposalId === null || changes.some((change) => change !== 'handover' && change !== 'letters'))
    await store.addProposalNote({ ...note, body: { kind: 'register', ...registration } });
  if (changes.includes('handover') && handedOver !== null)
    await store.addProposalNote({ ...note, body: { kind: 'handover', day: handedOver } });
  const made = known.get(id) ?? { body, session, number };
  for (const document of letters)
    await store.linkProposal(tenant, document, {
      ...{ body: made.body, session: made.session, number: made.number, title: null },
    });
}

/**
 * Takes in an office's list of proposals from any file with a written table, line by line: known ones are completed, others made, and
 * what is not understood is told and left. The same list again changes nothing; one that was broken off is taken in by doing it
 * once more. Faults: those of reading, `import-without-headings`, `import-too-long`.
 */
export async function importProposals(
  { reader, store }: ImportDeps,
  asked: ImportAsked,
): Promise<ImportReport> {
  const { tenant, file, list, dryRun } = asked;
  const source = await reader.readWritten(file);
  const table = source && headedRows(source, readProposalHeading, neededFields);
  if (!table) throw new JiannuoError('import-without-headings', { file: file.name });
  if (table.rows.length > mostLines)
    throw new JiannuoError('import-too-long', { file: file.name, lines: table.rows.length, most: mostLines });
  const body = list.body ?? bodyOfHeadings(table.headings);
  const { lines, refused } = readProposals(table.rows, { ...list, body });
  const proposals = await store.proposals(tenant);
  const numbers = new Set(lines.map(({ number }) => proposalNumberKey(number)));
  const alike = proposals
    .filter(({ number }) => numbersIn(number).some((each) => numbers.has(proposalNumberKey(each))))
    .map(({ id }) => id);
  const plan = planProposals(lines, refused, {
    proposals,
    notes: await store.proposalNotes(tenant, alike),
  });
  const known = new Map(proposals.map((each) => [each.id, each]));
  for (const [n, line] of (dryRun ? [] : plan.filter(isChange)).entries()) {
    if (n % linesAtOnce === 0) await otherWork();
    await put(store, asked, line, known);
  }
  return {
    headings: table.headings,
    lines: plan.map(({ sheet, line, outcome, number, title, changes, problem }) => ({
      ...{ sheet, line, outcome, number, title, changes, problem },
    })),
    done: !dryRun,
  };
}
