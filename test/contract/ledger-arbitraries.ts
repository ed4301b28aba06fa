import { documentKinds } from '../../src/domain/document.js';
import { documentId } from '../../src/domain/identity.js';
import { itemKinds, missingElements, stances, strengths } from '../../src/domain/item.js';
import { type LedgerFilter, ledgerSorts } from '../../src/domain/ledger.js';
import fc from '../support/seeded.js';
import { sha } from './ledger-fixtures.js';

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const day = pick('2024-06-30', '2024-12-31', '2025-06-30', '2025-12-31');
const unit = pick('教育局', '市教育局', '市教委', '卫健委', 'A.B*公司');
const words = fc.string({
  unit: pick('新建', '学校', '就诊率', '5G', '%', '_', '(', '92%'),
  minLength: 1,
  maxLength: 4,
});
const number = pick('1', '12', '112');

const sure = (row: number) => ({ row, item: 1, stance: 1, deadline: 1, indicator: 1 });

const itemSeed = fc
  .record({
    stance: pick(...stances),
    kind: pick(...itemKinds),
    strength: pick(...strengths),
    hedged: fc.boolean(),
    confidence: pick(undefined, sure(0.2), sure(0.39), sure(0.4), sure(0.9)),
    missing: fc.subarray([...missingElements]),
    start: fc.nat(30),
    quote: words,
    indicator: words,
    responsible: fc.uniqueArray(unit, { maxLength: 2 }),
    deadline: fc.option(day),
  })
  // An older engine's row has no such field, not one that is empty.
  .map(({ confidence, ...seed }) => (confidence === undefined ? seed : { ...seed, confidence }));

/** A few documents with few distinct values each, so that ties and shared units come up all the time. */
export const ledgerArbitrary = fc.array(
  fc.record({
    items: fc.array(itemSeed, { maxLength: 8 }),
    about: fc.record({
      date: fc.option(pick('2023-01-01', '2024-01-01')),
      kind: pick(...documentKinds),
      issuer: fc.option(unit),
      proposalNumber: fc.option(number),
    }),
  }),
  { minLength: 1, maxLength: 5 },
);

export const documentSeed = (index: number): string => `random-${index}`;

const filterParts = {
  stance: pick(...stances),
  kind: pick(...itemKinds),
  strength: pick(...strengths),
  hedged: fc.boolean(),
  missing: pick(...missingElements),
  lessSureThan: pick(20, 40, 100),
  unit: pick('教', '教育局', '市教委', 'A.B*', '.', '%'),
  authority: pick('教', '市教委', '卫健', '_'),
  indicator: pick('学校', '新建', '_', '%', '('),
  text: pick('学校', '新建学校', '5g', '92%', '率就', '('),
  documentKind: pick(...documentKinds),
  proposal: number,
  deadlineFrom: day,
  deadlineTo: day,
  noDeadline: fc.boolean(),
};

/** Mostly one or two conditions: with more there is seldom a row. */
export const filterArbitrary = (tenant: string): fc.Arbitrary<LedgerFilter> => {
  const whole: fc.Arbitrary<Record<string, unknown>> = fc.record({
    ...filterParts,
    documentId: fc.nat(5).map((n) => documentId(tenant, sha(documentSeed(n)))),
  });
  const names = [...Object.keys(filterParts), 'documentId'];
  return fc
    .tuple(whole, fc.subarray(names, { maxLength: 3 }))
    .map(([all, kept]) => Object.fromEntries(kept.map((name) => [name, all[name]])) as LedgerFilter);
};

export const sortArbitrary = pick(...ledgerSorts);
