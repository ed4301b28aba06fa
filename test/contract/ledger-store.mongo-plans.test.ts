import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { type Models, modelsOf } from '../../src/adapters/store/mongo/models.js';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { rowsQuery } from '../../src/adapters/store/mongo/rows.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import type { LedgerFilter, LedgerPage } from '../../src/domain/ledger.js';
import { addDone, type ItemSeed, newTenant, tokenize } from './ledger-fixtures.js';

const url = databaseUrl(inject('mongodbUrl'), `plans_${process.pid}`);
const tenant = newTenant();
let store: LedgerStore;
let connection: Connection;
let models: Models;

const seeds = (document: number): ItemSeed[] =>
  Array.from({ length: 40 }, (_, n) => ({
    quote: `第${document}项第${n}条${n === 0 && document % 8 === 0 ? '廊桥' : '道路'}`,
    responsible: [`第${n % 8}局`],
    stance: n % 3 === 0 ? 'achievement' : 'commitment',
    missing: n % 20 === 1 ? ['deadline'] : [],
    deadline: n % 2 === 0 ? `20${24 + (n % 5)}-12-31` : null,
  }));

beforeAll(async () => {
  store = await openMongoStore({ url, tokenize });
  await store.migrate();
  for (let n = 0; n < 25; n += 1)
    await addDone(store, tenant, `plan-${n}`, seeds(n), {
      date: `2024-0${1 + (n % 9)}-01`,
      proposalNumber: String(n),
    });
  connection = await mongoose.createConnection(url).asPromise();
  models = modelsOf(connection);
});
afterAll(async () => {
  await connection.close();
  await store.close();
});

interface Stage {
  readonly stage: string;
  readonly indexName?: string;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
}

const stages = (stage: Stage): Stage[] => [
  stage,
  ...[...(stage.inputStages ?? []), ...(stage.inputStage ? [stage.inputStage] : [])].flatMap(stages),
];

async function explain(filter: LedgerFilter, page: Pick<LedgerPage, 'sort' | 'cursor'>) {
  const query = await rowsQuery(
    models,
    tenant,
    filter,
    { limit: 10, ...page },
    filter.text === undefined ? null : tokenize(filter.text),
  );
  const explained = (await models.items
    .find(query.filter, null, query.hint ? { hint: query.hint } : {})
    .sort(query.sort)
    .limit(11)
    .explain('executionStats')) as unknown as {
    queryPlanner: { winningPlan: Stage };
    executionStats: { totalDocsExamined: number; totalKeysExamined: number };
  };
  const used = stages(explained.queryPlanner.winningPlan);
  return {
    names: used.map(({ stage }) => stage),
    index: used.flatMap(({ indexName }) => indexName ?? []),
    ...explained.executionStats,
  };
}

it("finds a unit's commitments that fall due in one range of one index, already sorted", async () => {
  const due = { stance: 'commitment', deadlineFrom: '2025-01-01', deadlineTo: '2027-12-31' } as const;
  const plan = await explain({ unit: '第1局', ...due }, { sort: 'deadline' });
  expect(plan.index).toEqual(['unitIds_1_stance_1_deadlineUp_1_documentId_1_start_1_itemId_1']);
  expect(plan.names).not.toContain('SORT');
  expect(plan.totalDocsExamined).toBeLessThanOrEqual(11);
});

it('finds the rows of a document by its index', async () => {
  const { rows } = await store.rows(tenant, {}, { sort: 'document', limit: 1 });
  const plan = await explain({ documentId: rows[0]?.documentId }, { sort: 'deadline' });
  expect(plan.index).toEqual(['documentId_1_start_1_itemId_1']);
  expect(plan.totalDocsExamined).toBeLessThanOrEqual(40);
});

it('finds the rows of a proposal by its documents', async () => {
  const plan = await explain({ proposal: '3' }, { sort: 'deadline' });
  expect(plan.index).toEqual(['documentId_1_start_1_itemId_1']);
  expect(plan.totalDocsExamined).toBeLessThanOrEqual(40);
});

it('finds words by the index of words', async () => {
  const plan = await explain({ text: '廊桥' }, { sort: 'document' });
  expect(plan.index).toEqual(['tenant_1_terms_1']);
  expect(plan.totalDocsExamined).toBeLessThanOrEqual(4);
});

it('walks the promises that lack something by the index of those alone, already sorted', async () => {
  const plan = await explain({ missing: 'deadline' }, { sort: 'deadline' });
  expect(plan.index).toEqual(['tenant_1_missing_1_deadlineUp_1_documentId_1_start_1_itemId_1']);
  expect(plan.names).not.toContain('SORT');
  expect(plan.totalDocsExamined).toBeLessThanOrEqual(11);
});

it('goes by the rarest word of several, in whatever order they are asked for', async () => {
  for (const text of ['项廊', '廊项', '第项廊条']) {
    const plan = await explain({ text }, { sort: 'document' });
    expect(plan.index).toEqual(['tenant_1_terms_1']);
    expect(plan.totalDocsExamined).toBeLessThanOrEqual(4);
  }
});

it.each([
  ['under way', { status: { $in: ['received' as const, 'read' as const] } }, 'updatedAt_1__id_1'],
  ['not held against others', { untracked: true }, 'untracked'],
])('finds documents %s by the index of those alone, already sorted', async (_, what, index) => {
  const explained = (await models.documents
    .find({ ...what, updatedAt: { $lt: '2000' } })
    .sort({ updatedAt: 1, _id: 1 })
    .limit(10)
    .explain('executionStats')) as unknown as {
    queryPlanner: { winningPlan: Stage };
    executionStats: { totalDocsExamined: number };
  };
  const used = stages(explained.queryPlanner.winningPlan);
  expect(used.flatMap(({ indexName }) => indexName ?? [])).toEqual([index]);
  expect(used.map(({ stage }) => stage)).not.toContain('SORT');
  expect(explained.executionStats.totalDocsExamined).toBe(0);
});

it('walks each order along its index, from the cursor on', async () => {
  for (const [sort, key] of [
    ['deadline', 'deadlineUp_1'],
    ['-deadline', 'deadlineDown_-1'],
    ['document', 'documentDate_-1'],
  ] as const) {
    const { nextCursor } = await store.rows(tenant, {}, { sort, limit: 500 });
    const plan = await explain({}, { sort, cursor: nextCursor ?? undefined });
    expect(plan.index).toEqual([`tenant_1_${key}_documentId_1_start_1_itemId_1`]);
    expect(plan.names).not.toContain('SORT');
    // Rows of the same key before the cursor are passed over in the index, those of other keys are not seen.
    expect(plan.totalDocsExamined).toBeLessThan(600);
  }
});

it('has the indexes that the schemas name, and no others', async () => {
  for (const model of Object.values(models) as Models['items'][])
    expect([model.modelName, await model.diffIndexes()]).toEqual([
      model.modelName,
      { toDrop: [], toCreate: [] },
    ]);
});
