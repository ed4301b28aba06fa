import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/sqlite.store.js';
import { meta } from '../../contract/ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-durable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsEach = 20;

/** Writes documents for as long as it lives, and says each one's id when the store has taken it. */
const writer = (file: string) => `
import { openSqliteStore } from ${JSON.stringify(pathToFileURL('dist/src/adapters/store/sqlite/sqlite.store.js').href)};
import { createHash } from 'node:crypto';
const store = openSqliteStore({ file: ${JSON.stringify(file)}, tokenize: (text) => [...text] });
const engine = { reader: 'a', segmentation: 'b', rules: 'c' };
const meta = ${JSON.stringify(meta())};
for (let n = 0; ; n += 1) {
  const sha256 = createHash('sha256').update(String(n)).digest('hex');
  const { document } = await store.addDocument({ tenant: 't', place: null, sha256, name: n + '.txt', size: 1 });
  const items = Array.from({ length: ${rowsEach} }, (_, index) => ({
    id: n + '-' + index, start: index, end: index + 2, stance: 'commitment', kind: 'milestone', quote: '建成',
    valueText: null, valueStart: null, valueEnd: null, value: null, valueMax: null, unit: null, comparator: null,
    per: null, change: null, indicator: '学校', deadline: null, responsible: ['教育局'], strength: 'plain',
    hedged: false, missing: [], page: null, section: [], rules: {},
  }));
  await store.saveExtraction('t', document.id, { engine, meta, items, intentions: 0 });
  process.stdout.write(document.id + '\\n');
}`;

it('keeps every document that was acknowledged before a SIGKILL, and no half of one', async () => {
  const file = join(folder, 'ledger.db');
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(file)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 60) child.kill('SIGKILL');
  }
  await ended;
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);

  const store = openSqliteStore({ file, tokenize: (text) => [...text] });
  for (const id of acknowledged) {
    expect(await store.document('t', id)).toMatchObject({
      status: 'done',
      counts: { commitments: rowsEach },
    });
    expect(await store.count('t', { documentId: id, unit: '教育局', text: '建成' }, 100)).toBe(rowsEach);
  }
  expect((await store.count('t', {}, 100_000)) % rowsEach).toBe(0);
  await store.close();
});
