import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimOn } from '../../src/app/standing/claim.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { jiannuo, jsonLines } from '../cli/support/cli.js';
import { type Profile, profiles } from '../faults/support/profiles.js';
import { reply } from '../faults/support/replies.js';
import { sharedExtractor } from '../support/shared-extractor.js';
import { arrive, promises } from '../support/tracked-ledger.js';
import { type Known, miscountInFolder, miscountInMongo, plantInFolder, plantInMongo } from './fsck-plants.js';

const tenant = 'default';
const proof = Buffer.from('a picture');
const large = Buffer.alloc(3 * 1024 * 1024, 'a large original');

async function fill(composition: Composition): Promise<Known> {
  const [store, blobs, trail] = await Promise.all([
    composition.store(),
    composition.blobs(),
    composition.trail(),
  ]);
  await store.migrate();
  await (await composition.people()).migrate();
  await trail.migrate();
  const ids: string[] = [];
  const digests: string[] = [];
  for (let n = 0; n < 13; n += 1) {
    const { name, bytes } = reply(n);
    digests.push(sha256Hex(bytes));
    await blobs.put(sha256Hex(bytes), bytes);
    // `arrive` notes characters as the size, so each is handed in before with what it weighs.
    const given = { tenant, place: null, sha256: sha256Hex(bytes), name, size: bytes.length };
    await store.addDocument(given);
    ids.push(await arrive(store, { tenant, name, text: Buffer.from(bytes).toString('utf8') }));
  }
  await blobs.put(sha256Hex(large), large);
  const given = { tenant, place: null, sha256: sha256Hex(large), name: '大.pdf', size: large.length };
  const { document } = await store.addDocument(given);
  await store.fail(tenant, document.id, { code: 'file-damaged', message: 'damaged' });
  const [first] = await promises(store, tenant);
  const claim = { state: 'done', text: '已建成', by: '乙' } as const;
  const files = [{ name: '照片.jpg', bytes: proof }];
  await claimOn({ store, blobs }, tenant, first?.id ?? '', claim, files, new Date());
  for (const action of ['甲', '乙', '丙'])
    await trail.append({
      ...{ tenant, at: new Date().toISOString(), actor: 'person:1', action, subject: null, outcome: '200' },
    });
  const known = { proof: sha256Hex(proof), large: sha256Hex(large) };
  return { originals: digests.slice(0, 7), documents: ids.slice(7), ...known };
}

interface Line {
  readonly code?: string;
  readonly message?: string;
  readonly well?: boolean;
  readonly originals?: number;
}

describe.each(['embedded', 'cluster'] as const)('fsck: %s', (kind) => {
  let profile: Profile;
  let composition: Composition;
  beforeEach(async () => {
    profile = await profiles[kind]();
    composition = compose(readConfig(profile.environment), { extractor: sharedExtractor });
  });
  afterEach(async () => {
    await composition.close();
    await profile.dispose();
  });

  it('finds nothing in whole data, and every one of the faults planted in it', async () => {
    const known = await fill(composition);
    await composition.close();
    const clean = await jiannuo(['fsck', '--format', 'json'], profile.environment);
    expect(jsonLines<Line>(clean.stdout)).toEqual([
      { well: true, originals: 15, documents: 14, rows: expect.any(Number), trails: 1 },
    ]);
    expect(clean).toMatchObject({ code: 0, stderr: '' });

    const planted = await (kind === 'embedded'
      ? plantInFolder(profile.environment.JIANNUO_DATA ?? '', known)
      : plantInMongo(profile.environment.JIANNUO_MONGODB_URL ?? '', known));
    expect(planted.length).toBeGreaterThanOrEqual(20);
    const { code, stdout } = await jiannuo(['fsck', '--format', 'json'], profile.environment);
    const lines = jsonLines<Line>(stdout);
    expect(lines.flatMap((line) => line.code ?? []).sort()).toEqual([...planted].sort());
    expect(lines.at(-1)).toMatchObject({ well: false });
    expect(code).toBe(1);

    for (const [language, words, end] of [
      ['zh', '原件缺失', `发现问题 ${planted.length} 个`],
      ['en', 'original missing', `${planted.length} problems`],
    ] as const) {
      const told = await jiannuo(['fsck', '--lang', language], profile.environment);
      expect(told.stdout).toContain(words);
      expect(told.stdout).toContain(end);
      expect(told.code).toBe(1);
    }
  });

  it('finds figures that are not those of the rows, and counts them anew where it is told to', async () => {
    await fill(composition);
    const store = await composition.store();
    const days = { today: '2025-01-01', soonUntil: '2025-02-01' };
    const whole = await store.promiseCells(tenant, days);
    const wrong = await (kind === 'embedded'
      ? miscountInFolder(profile.environment.JIANNUO_DATA ?? '')
      : miscountInMongo(profile.environment.JIANNUO_MONGODB_URL ?? ''));
    expect(wrong).toBe(3);
    expect(await store.promiseCells(tenant, days)).not.toEqual(whole);
    await composition.close();

    const told = await jiannuo(['fsck', '--format', 'json'], profile.environment);
    expect(told.code).toBe(1);
    const [finding, end] = jsonLines<Line & { parameters?: unknown }>(told.stdout);
    expect(finding).toMatchObject({ code: 'counts-differ', parameters: { tenant, cells: wrong } });
    expect(finding?.message).toContain('jiannuo fsck --repair');
    expect(end).toMatchObject({ well: false });

    const mended = await jiannuo(['fsck', '--repair'], profile.environment);
    expect(mended).toMatchObject({ code: 0, stderr: '' });
    expect(mended.stdout).toContain(`单位 ${tenant} 的统计数已按台账重新计数`);
    composition = compose(readConfig(profile.environment), { extractor: sharedExtractor });
    const sorted = (cells: typeof whole) => cells.map((cell) => JSON.stringify(cell)).sort();
    expect(sorted(await (await composition.store()).promiseCells(tenant, days))).toEqual(sorted(whole));
    expect((await jiannuo(['fsck'], profile.environment)).code).toBe(0);
  });

  it.runIf(kind === 'embedded')('tells a damaged data file and goes on', async () => {
    const known = await fill(composition);
    await composition.close();
    const folder = profile.environment.JIANNUO_DATA ?? '';
    await writeFile(join(folder, 'originals', 'stray'), 'x');
    const file = join(folder, 'jiannuo.db');
    const { truncate, stat } = await import('node:fs/promises');
    await truncate(file, Math.floor((await stat(file)).size / 2));
    const { code, stdout } = await jiannuo(['fsck', '--format', 'json'], profile.environment);
    const codes = jsonLines<Line>(stdout).flatMap((line) => line.code ?? []);
    expect(codes).toContain('store-damaged');
    expect(codes).toContain('original-foreign');
    expect(code).toBe(1);
    expect(known.originals).toHaveLength(7);
  });

  it.runIf(kind === 'embedded')('says so where there are no data', async () => {
    const folder = join(profile.environment.JIANNUO_DATA ?? '', 'none');
    for (const args of [['fsck'], ['backup', join(tmpdir(), 'none.backup')]]) {
      const { code, stderr } = await jiannuo(args, { JIANNUO_DATA: folder });
      expect(code).not.toBe(0);
      expect(stderr).toContain('jiannuo.db');
      expect(existsSync(folder)).toBe(false);
    }
  });
});
