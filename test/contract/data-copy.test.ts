import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup, writeBackup } from '../../src/adapters/backup/backup-file.js';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { claimOn } from '../../src/app/standing/claim.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { verifyTrail } from '../../src/app/trail/verify-trail.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { type Profile, profiles } from '../faults/support/profiles.js';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import { sharedExtractor } from '../support/shared-extractor.js';
import { arrive, promises, standings } from '../support/tracked-ledger.js';
import { allRows } from './ledger-fixtures.js';

const tenant = 'default';
const texts = { plan, firstReport, change, lastReport };
const large = Buffer.alloc(9 * 1024 * 1024, 'a large original');

describe.each(['embedded', 'cluster'] as const)('backup and restore: %s', (kind) => {
  let folder: string;
  let file: string;
  const places: Profile[] = [];
  const opened: Composition[] = [];
  const place = async () => {
    const made = await profiles[kind]();
    places.push(made);
    return made.environment;
  };
  const open = async (environment: Record<string, string>, migrated = true) => {
    const composition = compose(readConfig({ ...environment, JIANNUO_RECOGNIZER: 'off' }), {
      extractor: sharedExtractor,
    });
    opened.push(composition);
    if (migrated)
      for (const component of [composition.store, composition.people, composition.trail])
        await (await component()).migrate();
    return composition;
  };
  const close = async (composition: Composition) => {
    await composition.close();
    opened.splice(opened.indexOf(composition), 1);
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-copy-'));
    file = join(folder, 'office.backup');
  });
  afterEach(async () => {
    for (const composition of opened.splice(0)) await composition.close();
    for (const each of places.splice(0)) await each.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  const note = async (composition: Composition, action: string) =>
    (await composition.trail()).append({
      ...{ tenant, at: new Date().toISOString(), actor: 'person:1', action, subject: null, outcome: '200' },
    });

  async function fill(composition: Composition) {
    const store = await composition.store();
    const blobs = await composition.blobs();
    for (const [name, text] of Object.entries(texts)) {
      await blobs.put(sha256Hex(Buffer.from(text)), Buffer.from(text));
      await arrive(store, { tenant, name, text, place: '浔岭县' });
    }
    await blobs.put(sha256Hex(large), large);
    const [first, second] = await promises(store, tenant);
    if (!first || !second) throw new Error('no promises');
    const decision = { tenant, reason: '已办结', madeBy: '甲', madeAt: '2025-06-01T00:00:00.000Z' };
    const anchor = anchorOf(first.documentId, first);
    await store.decide(tenant, { ...decision, anchor, body: { kind: 'close' } }, first.state?.version ?? 0);
    const claim = { state: 'done', text: '已建成', by: '乙' } as const;
    const proof = [{ name: '照片.jpg', bytes: Buffer.from('a picture') }];
    await claimOn({ store, blobs }, tenant, second.id, claim, proof, new Date());
    const [unit] = await store.units(tenant);
    if (unit) await store.addUnitAlias(tenant, unit.id, '原来的名称');
    const people = await composition.people();
    await addPerson(people, tenant, { login: 'zhang', name: '张三', role: 'administrator' });
    await issueSecret(people, {
      ...{ kind: 'token', tenant, personId: null, name: '平台', role: 'viewer', lifeMs: null },
    });
    for (const action of ['POST /a', 'POST /b', 'POST /c']) await note(composition, action);
  }

  /** All that an office can be asked for. */
  async function everything(composition: Composition) {
    const store = await composition.store();
    const people = await composition.people();
    const trail = await composition.trail();
    const blobs = await composition.blobs();
    const { rows: documents } = await store.documents(tenant, { limit: 500 });
    const stands = await standings(store, tenant);
    const files = stands.flatMap(({ claims }) => claims.flatMap((claim) => claim.files));
    const originals = [...documents, ...files, { sha256: sha256Hex(large) }].map(async ({ sha256 }) => {
      const bytes = await blobs.get(sha256);
      return [sha256, bytes && sha256Hex(Buffer.from(bytes))];
    });
    return {
      documents,
      texts: await Promise.all(documents.map(({ id }) => store.text(tenant, id))),
      rows: await allRows(store, tenant),
      found: await allRows(store, tenant, { text: '养老' }),
      standings: stands,
      lost: await store.lost(tenant),
      units: await store.units(tenant),
      proposals: await store.proposals(tenant),
      people: await people.people(tenant),
      tokens: await people.secrets(tenant, 'token'),
      trail: await trail.entries(tenant, { after: 0, limit: 500 }),
      verdict: await verifyTrail(trail, tenant),
      originals: await Promise.all(originals),
    };
  }

  /** An office that every test may copy and none may change. */
  let from: Composition;
  let before: Awaited<ReturnType<typeof everything>>;
  let home: Profile;
  beforeAll(async () => {
    home = await profiles[kind]();
    from = await open(home.environment);
    opened.pop();
    await fill(from);
    before = await everything(from);
  });
  afterAll(async () => {
    await from.close();
    await home.dispose();
  });

  it('gives everything back into an empty place, and goes on from there', async () => {
    expect(before.rows.length).toBeGreaterThan(5);
    expect(before.found.length).toBeGreaterThan(0);
    expect(before.standings.flatMap(({ decisions }) => decisions)).toHaveLength(1);
    expect(before.originals.every(([name, digest]) => name === digest)).toBe(true);
    expect(before.verdict).toMatchObject({ whole: 3, broken: null });
    await writeBackup(await from.dataCopy(), file);
    expect((await stat(file)).mode & 0o077).toBe(0);

    const environment = await place();
    const blank = await open(environment, false);
    await restoreBackup(await blank.dataCopy(), file, false);
    await close(blank);
    const to = await open(environment);
    expect(await everything(to)).toEqual(before);
    // It is the same office: the next entry follows the last, a further document finds its place.
    await note(to, 'POST /d');
    expect(await verifyTrail(await to.trail(), tenant)).toMatchObject({ whole: 4, broken: null });
    const name = 'more';
    const text = '浔岭县关于第8号建议的答复\n\n到2027年底，新建公园3个。\n';
    await arrive(await to.store(), { tenant, name, text, place: '浔岭县' });
    expect(await allRows(await to.store(), tenant)).toHaveLength(before.rows.length + 1);
    expect(await everything(from)).toEqual(before);
    if (kind === 'embedded') {
      // Over a data file that nothing can read any more: what a backup is for.
      const broken = await place();
      const data = join(broken.JIANNUO_DATA ?? '', 'jiannuo.db');
      await writeFile(data, 'no database at all, though long enough to be looked at as one'.repeat(99));
      const damaged = await open(broken, false);
      await expect(restoreBackup(await damaged.dataCopy(), file, false)).rejects.toThrow();
      await restoreBackup(await damaged.dataCopy(), file, true);
      await close(damaged);
      expect(await everything(await open(broken))).toEqual(before);
      expect((await readdir(broken.JIANNUO_DATA ?? '')).some((name) => name.includes('.damaged-'))).toBe(
        true,
      );
    }
  });

  it('is of one instant while others write: every document that it has is whole', async () => {
    const busy = await open(await place());
    const store = await busy.store();
    let more = true;
    let written = 0;
    const writing = (async () => {
      while (more) {
        const text = `浔岭县关于第${++written}号建议的答复\n\n到2027年底，新建公园${written}个。\n`;
        await (await busy.blobs()).put(sha256Hex(Buffer.from(text)), Buffer.from(text));
        await arrive(store, { tenant, name: String(written), text, place: '浔岭县' });
        await note(busy, `POST /${written}`);
      }
    })();
    while (written < 5) await new Promise((resume) => setTimeout(resume, 20));
    await writeBackup(await busy.dataCopy(), file);
    more = false;
    await writing;
    const environment = await place();
    const blank = await open(environment, false);
    await restoreBackup(await blank.dataCopy(), file, false);
    await close(blank);
    const to = await open(environment);
    const { documents, rows, verdict, originals } = await everything(to);
    expect(documents.length).toBeGreaterThanOrEqual(4);
    expect(verdict.broken).toBeNull();
    for (const { id, status, counts } of documents)
      if (status === 'done')
        expect(rows.filter(({ documentId }) => documentId === id)).toHaveLength(
          (counts?.commitments ?? 0) + (counts?.achievements ?? 0),
        );
    for (const [name, digest] of originals.slice(0, documents.length)) expect(digest).toBe(name);
  });

  it('leaves what is there alone unless it is told otherwise, or where the backup is damaged', async () => {
    await writeBackup(await from.dataCopy(), file);
    const environment = await place();
    const to = await open(environment);
    const other = '石湾县关于第9号建议的答复\n\n到2027年底，新建公园9个。\n';
    await arrive(await to.store(), { tenant, name: 'other', text: other, place: '石湾县' });
    const there = await everything(to);
    const restore = async (path: string, force: boolean) => restoreBackup(await to.dataCopy(), path, force);
    await expect(restore(file, false)).rejects.toMatchObject({ code: 'restore-not-empty' });

    const whole = await readFile(file);
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
    const bad = {
      cut: whole.subarray(0, whole.length - 2_000),
      flipped,
      none: Buffer.alloc(0),
      text: Buffer.from('x'),
    };
    for (const [name, bytes] of Object.entries(bad)) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await expect(restore(path, true), name).rejects.toMatchObject({ code: 'backup-damaged' });
    }
    await expect(restore(join(folder, 'nowhere'), true)).rejects.toMatchObject({ code: 'file-not-found' });
    expect(await everything(to)).toEqual(there);

    if (kind === 'embedded') {
      await expect(restore(file, true)).rejects.toMatchObject({ code: 'data-locked' });
      expect(await everything(to)).toEqual(there);
    }
    await close(to);
    const again = await open(environment, false);
    await restoreBackup(await again.dataCopy(), file, true);
    await close(again);
    expect(await everything(await open(environment))).toEqual(before);
  });

  it('is of its own profile', async () => {
    await writeBackup(await from.dataCopy(), file);
    const foreign = { ...(await from.dataCopy()), kind: kind === 'embedded' ? 'mongodb' : 'sqlite' } as const;
    await expect(restoreBackup(foreign, file, true)).rejects.toMatchObject({ code: 'backup-foreign' });
  });
});
