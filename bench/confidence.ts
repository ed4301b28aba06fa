/**
 * Fits what an item's confidence is made of (src/extract/confidence/weights.ts), and says how far it can be trusted.
 * data/confidence-rows.jsonl holds, for items that the engine of some day found in annotated documents which its rules had
 * not seen, which signs held and which fields were right; of no text. First line: names of the signs; then a row each:
 * [document, held out, row item stance deadline indicator right (0 or 1 each), signs by index].
 * Logistic regression with L2, documents weighed by the root of their rows, judged by tenfold cross-validation over
 * documents, and on the held-out ones by what was fitted without them.
 * Usage: npx tsx bench/confidence.ts [--write] [--record]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { record } from './record.mjs';

interface Row {
  readonly document: number;
  readonly heldOut: boolean;
  readonly right: readonly boolean[];
  readonly signs: readonly number[];
}

const parts = ['row', 'item', 'stance', 'deadline', 'indicator'] as const;
const lines = readFileSync(new URL('./data/confidence-rows.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const names = JSON.parse(lines[0] ?? '[]') as string[];
const rows = lines.slice(1).map((line): Row => {
  const [document, heldOut, right, signs] = JSON.parse(line) as [number, number, string, number[]];
  return { document, heldOut: heldOut === 1, right: [...right].map((c) => c === '1'), signs };
});

const perDocument = new Map<number, number>();
for (const { document } of rows) perDocument.set(document, (perDocument.get(document) ?? 0) + 1);

const chance = (sum: number): number => 1 / (1 + Math.exp(-sum));
const sumOf = (model: Float64Array, { signs }: Row): number =>
  signs.reduce((sum, sign) => sum + (model[sign + 1] ?? 0), model[0] ?? 0);

/** Steepest descent with momentum (Nesterov); the loss is convex. Offset first, then a weight for each sign. */
function fitted(data: readonly Row[], part: number): Float64Array {
  const [penalty, step, steps] = [10, 0.0008, 1_000];
  const model = new Float64Array(names.length + 1);
  const speed = new Float64Array(names.length + 1);
  for (let n = 0; n < steps; n++) {
    const ahead = model.map((weight, i) => weight + 0.95 * (speed[i] ?? 0));
    const slope = ahead.map((weight, i) => (i === 0 ? 0 : penalty * weight));
    for (const row of data) {
      const weight = 1 / Math.sqrt(perDocument.get(row.document) ?? 1);
      const miss = (chance(sumOf(ahead, row)) - Number(row.right[part])) * weight;
      slope[0] = (slope[0] ?? 0) + miss;
      for (const sign of row.signs) slope[sign + 1] = (slope[sign + 1] ?? 0) + miss;
    }
    for (let i = 0; i < model.length; i++) {
      speed[i] = 0.95 * (speed[i] ?? 0) - step * (slope[i] ?? 0);
      model[i] = (model[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return model;
}

/** How often a right row stands above a wrong one (area under the ROC curve). */
function ordered(told: readonly { readonly chance: number; readonly right: boolean }[]): number {
  const sorted = [...told].sort((a, b) => a.chance - b.chance);
  let [wrong, pairs, total] = [0, 0, 0];
  for (let i = 0; i < sorted.length; ) {
    let [j, ones, zeros] = [i, 0, 0];
    for (; j < sorted.length && sorted[j]?.chance === sorted[i]?.chance; j++)
      sorted[j]?.right ? ones++ : zeros++;
    pairs += ones * (wrong + zeros / 2);
    wrong += zeros;
    total += ones;
    i = j;
  }
  return pairs / (wrong * total);
}

const three = (n: number): number => Math.round(n * 1000) / 1000;
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** What review gains: of what is wrong, the share within the least sure tenth, fifth and third. */
function judged(told: readonly { readonly chance: number; readonly right: boolean }[]) {
  const sorted = [...told].sort((a, b) => a.chance - b.chance);
  const wrong = sorted.filter(({ right }) => !right).length;
  const within = (share: number) =>
    three(sorted.slice(0, Math.round(sorted.length * share)).filter(({ right }) => !right).length / wrong);
  return {
    rows: told.length,
    right: three(mean(told.map(({ right }) => Number(right)))),
    told: three(mean(told.map((each) => each.chance))),
    areaUnderCurve: three(ordered(told)),
    brier: three(mean(told.map((each) => (each.chance - Number(each.right)) ** 2))),
    wrongWithinLeastSure: { tenth: within(0.1), fifth: within(0.2), third: within(1 / 3) },
    rightWithinSurestThird: three(
      mean(sorted.slice(-Math.round(told.length / 3)).map(({ right }) => Number(right))),
    ),
  };
}

const tell = (model: Float64Array, part: number) => (row: Row) => ({
  chance: chance(sumOf(model, row)),
  right: row.right[part] === true,
});

// A field of what is no item is neither right nor wrong.
const dataOf = (part: number) => (part < 2 ? rows : rows.filter(({ right }) => right[1]));

const figures = parts.map((part, p) => {
  const data = dataOf(p);
  const crossed = Array.from({ length: 10 }, (_, fold) => {
    const model = fitted(
      data.filter(({ document }) => document % 10 !== fold),
      p,
    );
    return data.filter(({ document }) => document % 10 === fold).map(tell(model, p));
  }).flat();
  const apart = fitted(
    data.filter(({ heldOut }) => !heldOut),
    p,
  );
  const heldOut = data.filter((row) => row.heldOut).map(tell(apart, p));
  return { part, crossValidated: judged(crossed), heldOut: judged(heldOut) };
});
for (const each of figures) console.log(JSON.stringify(each));

if (process.argv.includes('--write')) {
  const models = parts.map((_, p) => fitted(dataOf(p), p));
  const two = (n: number | undefined) => Math.round((n ?? 0) * 100) / 100;
  const table = names
    .map((name, i) => [name, models.map((model) => two(model[i + 1]))] as const)
    .filter(([, each]) => each.some((weight) => Math.abs(weight) >= 0.05))
    .map(
      ([name, each]) =>
        `  ${JSON.stringify(name).replaceAll("'", "\\'").replace(/^"|"$/gu, "'")}: [${each.join(', ')}],`,
    );
  writeFileSync(
    new URL('../src/extract/confidence/weights.ts', import.meta.url),
    `/** Written by \`npx tsx bench/confidence.ts --write\`: what each sign adds, in the order row, item, stance, deadline, indicator. */
// biome-ignore format: a table
export const weights: Readonly<Record<string, readonly number[]>> = {
${table.join('\n')}
};

/** Without any sign, in the same order. */
export const offsets: readonly number[] = [${models.map((model) => two(model[0])).join(', ')}];
`,
  );
}
if (process.argv.includes('--record'))
  record('confidence', 'npx tsx bench/confidence.ts --record', { figures });
