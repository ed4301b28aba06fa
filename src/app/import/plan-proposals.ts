import { grouped } from '../../domain/grouped.js';
import { proposalNumberKey } from '../../domain/identity.js';
import type { Proposal } from '../../domain/ledger.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { ProposalNote, Registration } from '../../domain/proposal-note.js';
import { keyOfSession, mayAnswer, mayBeOne, numbersIn, type Placed } from '../proposal/alike.js';
import { asRegistered, handoverOf, registrationOf } from '../proposal/registration.js';
import type { ProposalLine, RefusedLine } from './proposal-rows.js';

export const lineOutcomes = ['new', 'changed', 'same', 'refused'] as const;
type Told = 'title' | 'body' | 'session' | 'proposers' | 'lead' | 'assisting' | 'handover' | 'letters';

/** What becomes of a line of the list. */
export interface PlannedLine {
  readonly sheet: string | null;
  readonly line: number;
  readonly outcome: (typeof lineOutcomes)[number];
  /** null for a refused line without one. */
  readonly number: string | null;
  readonly title: string | null;
  /** What the list says otherwise than what is there. */
  readonly changes: readonly Told[];
  readonly problem: Phrase | null;
}

/** A planned line with what is to be put down. */
export interface PlannedChange extends PlannedLine {
  /** null: it is to be made. */
  readonly proposalId: string | null;
  readonly put: ProposalLine;
  /** Documents of letters that answer it and name it in other or fewer words, or together with others. */
  readonly letters: readonly string[];
}

export interface Known {
  readonly proposals: readonly Proposal[];
  readonly notes: readonly ProposalNote[];
}

const isExact = (line: Placed, known: Placed): boolean =>
  mayBeOne(line, known) &&
  line.body === known.body &&
  keyOfSession(line.session) === keyOfSession(known.session);

const lists = ['proposers', 'lead', 'assisting'] as const;
const words = ['title', 'body', 'session'] as const;

/** A list that leaves a column out says nothing of it: what was put down before stays. */
function joined(before: Registration | null, now: Registration): Registration {
  if (!before) return now;
  const kept = { ...now };
  for (const name of lists) if (now[name].length === 0) kept[name] = before[name];
  return {
    ...kept,
    title: now.title ?? before.title,
    body: now.body ?? before.body,
    session: now.session ?? before.session,
  };
}

function changesOf(before: Registration | null, now: Registration): Told[] {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((name, n) => name === b[n]);
  return [
    ...words.filter((name) => now[name] !== (before?.[name] ?? null)),
    ...lists.filter((name) => !same(now[name], before?.[name] ?? [])),
  ];
}

const refused = (line: RefusedLine): PlannedLine => ({ ...line, outcome: 'refused', changes: [] });

interface Candidate extends Proposal {
  readonly registration: Registration | null;
  readonly handedOver: string | null;
}

/** Proposals that are there, by number, as their documents and what was put down tell them. */
function candidatesOf({ proposals, notes }: Known): ReadonlyMap<string, readonly Candidate[]> {
  const notesOf = grouped(notes, ({ proposalId }) => proposalId);
  const all = proposals.map((proposal): Candidate => {
    const put = notesOf.get(proposal.id) ?? [];
    const registration = registrationOf(put);
    return { ...asRegistered(proposal, registration), registration, handedOver: handoverOf(put) };
  });
  return grouped(all, ({ number }) => proposalNumberKey(number));
}

/** Proposals that no list tells of, by each number that their letters answer. */
function lettersByNumber(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const answers = candidates
    .filter(({ registration }) => registration === null)
    .flatMap((letter) =>
      [...new Set(numbersIn(letter.number).map(proposalNumberKey))].map((key) => ({ key, letter })),
    );
  const byKey = grouped(answers, ({ key }) => key);
  return new Map([...byKey].map(([key, all]) => [key, all.map(({ letter }) => letter)]));
}

const twice = (line: number): Phrase =>
  phrase(`与第 ${line} 行编号相同：请删去一行`, `the number of line ${line} again: take one of them out`);
const unclear = (count: number): Phrase =>
  phrase(
    `已有 ${count} 件同号的建议提案，分不清是哪一件：请写明届次和类型`,
    `${count} proposals of this number are there already: say its session and whose it is`,
  );

function planned(
  line: ProposalLine,
  match: Candidate | undefined,
  letters: readonly string[],
): PlannedChange {
  const { sheet, number, registration, handedOver } = line;
  const before = match?.registration ?? null;
  const put = { ...line, registration: joined(before, registration) };
  const changes = changesOf(before, put.registration);
  if (handedOver !== null && handedOver !== match?.handedOver) changes.push('handover');
  if (letters.length > 0) changes.push('letters');
  return {
    ...{ sheet, line: line.line, number, title: put.registration.title, problem: null },
    ...{ changes, put, letters, proposalId: match?.id ?? null },
    outcome: match ? (changes.length > 0 ? 'changed' : 'same') : 'new',
  };
}

const order = (a: PlannedLine, b: PlannedLine): number =>
  Number((a.sheet ?? '') > (b.sheet ?? '')) - Number((a.sheet ?? '') < (b.sheet ?? '')) || a.line - b.line;

/** What taking a list in would do, line by line in the list's order; nothing is done yet. */
export function planProposals(
  lines: readonly ProposalLine[],
  faulty: readonly RefusedLine[],
  known: Known,
): readonly (PlannedLine | PlannedChange)[] {
  const candidates = candidatesOf(known);
  const answering = lettersByNumber([...candidates.values()].flat());
  const lineOf = new Map<string, number>();
  const matched = new Set<string>();
  const plan = lines.map((line): PlannedLine | PlannedChange => {
    const { number, registration } = line;
    const placed: Placed = { number, body: registration.body, session: registration.session };
    const refusal = (problem: Phrase): PlannedLine =>
      refused({ sheet: line.sheet, line: line.line, number, title: registration.title, problem });
    const key = [number, placed.body, keyOfSession(placed.session)].join('\u0000');
    const first = lineOf.get(key);
    if (first !== undefined) return refusal(twice(first));
    lineOf.set(key, line.line);
    const free = (candidates.get(proposalNumberKey(number)) ?? []).filter(({ id }) => !matched.has(id));
    const alike = free.filter((each) => mayBeOne(placed, each));
    const exact = alike.filter((each) => isExact(placed, each));
    const found = exact.length > 0 ? exact : alike;
    if (found.length > 1) return refusal(unclear(found.length));
    const [match] = found;
    if (match) matched.add(match.id);
    const letters = (answering.get(proposalNumberKey(number)) ?? [])
      .filter((letter) => letter.id !== match?.id && mayAnswer(letter, placed))
      .flatMap(({ documentIds }) => documentIds)
      .filter((id) => !match?.documentIds.includes(id));
    return planned(line, match, letters);
  });
  return [...plan, ...faulty.map(refused)].sort(order);
}
