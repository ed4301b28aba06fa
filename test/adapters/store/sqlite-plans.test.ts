import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/database.js';
import { applyMigrations } from '../../../src/adapters/sqlite/migrate.js';
import { ledgerMigrations } from '../../../src/adapters/store/sqlite/migrations/index.js';
import type { WordsPlan } from '../../../src/adapters/store/sqlite/row-filter.js';
import { rowsQuery, walkQuery } from '../../../src/adapters/store/sqlite/row-query.js';
import { missingElements } from '../../../src/domain/item.js';
import type { LedgerFilter, LedgerSort } from '../../../src/domain/ledger.js';

const database = openDatabase(':memory:');
applyMigrations(database, 'ledger', ledgerMigrations);
afterAll(() => database.close());

const cursor = Buffer.from(JSON.stringify(['deadline', '2025-12-31', 'd', 3, 'i'])).toString('base64url');

function plan(filter: LedgerFilter, sort: LedgerSort, from?: string, words?: WordsPlan): string {
  const terms = filter.text === undefined ? null : filter.text.split(' ');
  const { sql, values } = rowsQuery('office', filter, { sort, limit: 50, cursor: from }, terms, words);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return steps.map(({ detail }) => detail).join('\n');
}

it("finds a unit's commitments that fall due in one range of one index", () => {
  const due = { stance: 'commitment', deadlineFrom: '2025-01-01', deadlineTo: '2025-12-31' } as const;
  for (const unit of [{ unit: '教育局' }, { unitId: 'u' }]) {
    const steps = plan({ ...unit, ...due }, 'deadline');
    expect(steps).toContain(
      'SEARCH item_units USING COVERING INDEX item_units_by_unit (unit_id=? AND deadline_up>? AND deadline_up<?)',
    );
    expect(steps).toContain('SEARCH items USING INTEGER PRIMARY KEY (rowid=?)');
    expect(steps).not.toMatch(/SCAN items/);
  }
});

it('looks at the standing of the rows that are looked at, not of an office', () => {
  const standing = { allowed: ['none/none/overdue'], today: '2025-01-01', soonUntil: '2025-02-01' };
  const steps = plan({ unitId: 'u', stance: 'commitment', standing }, 'deadline');
  expect(steps).toContain(
    'standings EXISTS USING COVERING INDEX standings_by_document (document_id=? AND item_id=?)',
  );
  expect(steps).not.toMatch(/standings USING \S+ \S*\(tenant=\?\)/);
});

it('finds the rows of a document by its index', () => {
  expect(plan({ documentId: 'd' }, 'document')).toMatch(
    /SEARCH items USING INDEX items_by_document \(document_id=\?/,
  );
});

it.each(missingElements)('walks the promises without %s by the index of those alone', (missing) => {
  expect(plan({ missing, stance: 'commitment' }, 'deadline')).toContain(
    `SEARCH items USING INDEX items_without_${missing} (tenant=?`,
  );
});

it('finds documents under way by the index of those alone', () => {
  const steps = database
    .prepare(
      `EXPLAIN QUERY PLAN SELECT id FROM documents WHERE status IN ('received', 'read') AND updated_at < ?
       AND (updated_at, id) > (?, ?) ORDER BY updated_at, id LIMIT ?`,
    )
    .all('2099', '', '', 10) as { detail: string }[];
  expect(steps.map(({ detail }) => detail)).toEqual([
    'SEARCH documents USING INDEX documents_unfinished ((updated_at,id)>(?,?) AND updated_at<?)',
  ]);
});

it('finds words by the full-text index', () => {
  const steps = plan({ text: '就诊率 县域' }, 'document');
  expect(steps).toMatch(/SCAN item_words VIRTUAL TABLE INDEX/);
  expect(steps).toContain('SEARCH items USING INTEGER PRIMARY KEY (rowid=?)');
});

it('holds rows in their order against those of a common word, without reading all of the word', () => {
  const steps = plan({ text: '建设' }, 'deadline', undefined, 'set');
  expect(steps).toContain('SEARCH items USING INDEX items_by_deadline (tenant=?');
  expect(steps).toMatch(/LIST SUBQUERY[\s\S]*SCAN item_words VIRTUAL TABLE INDEX/);
  expect(steps).toMatch(/USE TEMP B-TREE FOR LAST TERM OF ORDER BY/);
});

it('walks rows in their order, and looks into each for common words', () => {
  const { sql, values } = walkQuery('office', { text: '建设' }, { sort: 'deadline' }, ['建设']);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  const told = steps.map(({ detail }) => detail).join('\n');
  expect(told).toContain('SEARCH items USING INDEX items_by_deadline (tenant=?');
  expect(told).toContain('SEARCH item_terms USING INTEGER PRIMARY KEY (rowid=?)');
  expect(told).not.toMatch(/item_words/);
});

it("reads a unit's first page along its deadlines, whatever stances are asked for", () => {
  for (const filter of [{}, { stance: 'commitment' as const, deadlineFrom: '2025-01-01' }]) {
    const steps = plan({ unitId: 'u', ...filter }, 'deadline');
    expect(steps).toMatch(/SEARCH item_units USING COVERING INDEX item_units_by_unit \(unit_id=\?/);
    expect(steps).toMatch(/USE TEMP B-TREE FOR LAST TERM OF ORDER BY/);
  }
  expect(plan({ unitId: 'u' }, 'deadline', cursor)).toContain(
    'item_units_by_unit (unit_id=? AND (deadline_up,document_id,place)>(?,?,?))',
  );
});

it('bounds what is looked at by the days of the schedules asked for', () => {
  const standing = { allowed: ['none/none/overdue'], today: '2025-01-01', soonUntil: '2025-02-01' };
  expect(plan({ standing }, 'deadline')).toContain('items_by_deadline (tenant=? AND deadline_up<?)');
  const soon = { ...standing, allowed: ['none/none/due_soon', 'none/none/not_due'] };
  expect(plan({ standing: soon }, 'deadline')).toContain(
    'items_by_deadline (tenant=? AND deadline_up>? AND deadline_up<?)',
  );
});

it('finds a proposal by its number', () => {
  const steps = plan({ proposal: '12' }, 'document');
  expect(steps).toMatch(/SEARCH proposals USING .*INDEX proposals_by_number \(tenant=\? AND number=\?\)/);
  expect(steps).toMatch(/SEARCH items USING INDEX items_by_document \(document_id=\?/);
});

it('walks each order along its index, from the cursor on, without sorting the office', () => {
  const indexes = {
    deadline: 'items_by_deadline (tenant=?',
    '-deadline': 'items_by_deadline_down (tenant=?',
    document: 'items_by_document_date (tenant=?',
  };
  for (const [sort, index] of Object.entries(indexes)) {
    const steps = plan({}, sort as LedgerSort);
    expect(steps).toContain(`SEARCH items USING INDEX ${index}`);
    // Only items of one place in one document are set in order by id.
    expect(steps).toMatch(/USE TEMP B-TREE FOR LAST TERM OF ORDER BY/);
  }
  expect(plan({}, 'deadline', cursor)).toContain(
    'items_by_deadline (tenant=? AND (deadline_up,document_id,place)>(?,?,?))',
  );
});

it('keeps claims and decisions as they were written', () => {
  database.exec(`INSERT INTO tenants VALUES ('office', '', 0); INSERT INTO commitments VALUES ('office', 'c', '');
    INSERT INTO claims VALUES ('1', 'office', 'c', NULL, 'a', '', '{}', 'd', 1);
    INSERT INTO decisions VALUES ('1', 'office', 'c', 'closed', 'done', 'a', '', '{}', 'd', 1);`);
  for (const table of ['claims', 'decisions']) {
    expect(() => database.exec(`UPDATE ${table} SET made_by = 'b'`)).toThrow(`${table} is append-only`);
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(`${table} is append-only`);
  }
});
