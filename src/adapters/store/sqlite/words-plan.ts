import type { BoundFilter } from '../../../domain/ledger.js';
import type { Condition } from './condition.js';
import { isNarrow, type Plan, type WordsPlan, wordsMatch } from './row-filter.js';
import type { Session } from './session.js';

/** Rows of words so few are read and sorted; of more, a page is met soon along the order that is asked for. */
const fewRows = 1_000;
/** To gather the rows of words so common takes longer than to look into those that are walked. */
const commonRows = 10_000;

/** How rows that have all these words are best found, by how many there are. */
export function wordsPlan({ statement }: Session, terms: readonly string[] | null): WordsPlan {
  if (terms === null || terms.length === 0) return 'stream';
  const rows = statement('SELECT count(*) FROM (SELECT 1 FROM item_words WHERE item_words MATCH ? LIMIT ?)')
    .pluck()
    .get(wordsMatch(terms), commonRows) as number;
  return rows < fewRows ? 'stream' : rows < commonRows ? 'set' : 'row';
}

/** Rows that are counted, in no order: the words lead where nothing else makes the rows few. */
export function countPlan(session: Session, filter: BoundFilter, terms: readonly string[] | null): Plan {
  if (terms === null || !isNarrow(filter)) return { words: 'stream' };
  return { words: wordsPlan(session, terms) === 'row' ? 'row' : 'set' };
}

/** So many rows are walked for a page of common words, and no more where the first ones tell that they would not do. */
const longestWalk = 4_000;
const walkStep = 250;

/**
 * Numbers of the first rows that have the words, met along the order asked for; null where too many would have to be walked.
 * @param query of numbers, each with 1 where the row has them
 */
export function metAlong({ statement }: Session, query: Condition, wanted: number): number[] | null {
  const walk = statement(query.sql)
    .raw()
    .iterate(...query.values) as Iterable<readonly [number, number]>;
  const found: number[] = [];
  let seen = 0;
  for (const [n, has] of walk) {
    seen += 1;
    if (has === 1) found.push(n);
    if (found.length === wanted) break;
    if (seen % walkStep === 0 && (found.length / seen) * longestWalk < wanted) return null;
  }
  return found;
}
