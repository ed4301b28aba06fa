import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fsck } from '../../src/app/fsck/fsck.js';
import type { DataAudit } from '../../src/app/ports/data-audit.js';
import { claimOn } from '../../src/app/standing/claim.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { type Profile, profiles } from '../faults/support/profiles.js';
import { reply } from '../faults/support/replies.js';
import { sharedExtractor } from '../support/shared-extractor.js';
import { arrive, promises } from '../support/tracked-ledger.js';

const tenant = 'default';
const proofs = ['one', 'another'].map((words) => Buffer.from(words));

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** How often each method was called. */
function counted(audit: DataAudit): { audit: DataAudit; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const told = new Proxy(audit, {
    get(target, name, receiver) {
      calls.set(String(name), (calls.get(String(name)) ?? 0) + 1);
      return Reflect.get(target, name, receiver);
    },
  });
  return { audit: told, calls };
}

describe.each(['embedded', 'cluster'] as const)('what fsck asks: %s', (kind) => {
  let profile: Profile;
  let composition: Composition;
  let audit: DataAudit;
  beforeEach(async () => {
    profile = await profiles[kind]();
    composition = compose(readConfig(profile.environment), { extractor: sharedExtractor });
    const store = await composition.store();
    for (const one of [store, await composition.people(), await composition.trail()]) await one.migrate();
    const { name, bytes } = reply(1);
    const blobs = await composition.blobs();
    await blobs.put(sha256Hex(bytes), bytes);
    const size = bytes.length;
    await store.addDocument({ tenant, place: null, sha256: sha256Hex(bytes), name, size });
    await arrive(store, { tenant, name, text: Buffer.from(bytes).toString('utf8') });
    const [first] = await promises(store, tenant);
    const claim = { state: 'done', text: '已建成', by: '乙' } as const;
    const files = proofs.map((bytes, n) => ({ name: `${n}.jpg`, bytes }));
    await claimOn({ store, blobs }, tenant, first?.id ?? '', claim, files, new Date());
    audit = await composition.audit();
  });
  afterEach(async () => {
    await audit.close();
    await composition.close();
    await profile.dispose();
  });

  it('is asked once, however many originals there are', async () => {
    const blobs = await composition.blobs();
    const strangers = Array.from({ length: 40 }, (_, n) => Buffer.from(`nobody has handed this in: ${n}`));
    for (const bytes of strangers) await blobs.put(sha256Hex(bytes), bytes);
    const { audit: told, calls } = counted(audit);
    const counts = { originals: 0, documents: 0, rows: 0, trails: 0 };
    const found = await all(fsck({ audit: told, trail: composition.trail }, counts));
    expect(counts).toMatchObject({ originals: 43, documents: 1 });
    expect(found.map(({ code }) => code)).toEqual(strangers.map(() => 'original-orphaned'));
    for (const [name, times] of calls) expect(times, name).toBeLessThanOrEqual(1);
  });

  it('names what documents and claims name', async () => {
    const given = [reply(1).bytes, ...proofs].map(sha256Hex);
    expect((await all(audit.named())).sort()).toEqual(given.sort());
    const files = await all(audit.claimFiles());
    expect(files.map(({ sha256 }) => sha256)).toEqual(proofs.map(sha256Hex));
    expect(new Set(files.map(({ claim }) => claim)).size).toBe(1);
  });

  it.runIf(kind === 'cluster')('does not call a text damaged that a server away keeps from it', async () => {
    const [id = ''] = await all(audit.documentIds());
    const document = await audit.document(id);
    expect(await document?.text()).toContain('云岭市');
    await audit.close();
    await expect(document?.text()).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it.runIf(kind === 'embedded')('goes through claims along their key, each file once', async () => {
    const database = new BetterSqlite(join(profile.environment.JIANNUO_DATA ?? '', 'jiannuo.db'));
    database.exec(`
      WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1100)
      INSERT INTO claims (id, tenant, commitment_id, made_by, made_at, body, document_id, seq)
      SELECT 'many' || n, tenant, commitment_id, made_by, made_at,
             json_set(body, '$.files[0].sha256', 'a' || n, '$.files[1].sha256', 'b' || n), document_id, seq + n
      FROM claims, n`);
    const prepare = vi.spyOn(BetterSqlite.prototype, 'prepare');
    const files = await all(audit.claimFiles());
    const asked = prepare.mock.calls.map(([sql]) => sql);
    prepare.mockRestore();
    expect(files).toHaveLength(2 * 1101);
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(2 * 1101);
    expect(asked.length).toBeGreaterThan(2);
    for (const sql of new Set(asked)) {
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('', 500) as { detail: string }[];
      const plan = steps.map(({ detail }) => detail).join('; ');
      expect(plan).toContain('SEARCH claims');
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
    }
    database.close();
  });
});
