import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { seeded } from '../../bench/generate/random.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import { type Served, send, serve } from '../e2e/support/serve.js';
import { cutPower } from './support/power-cut.js';
import { type Profile, profiles } from './support/profiles.js';
import { reply } from './support/replies.js';

const cuts = 12;

describe('the SQLite file after a power cut', () => {
  let profile: Profile;
  let api: Served | undefined;
  afterEach(async () => {
    await api?.stop();
    await profile.dispose();
  });

  it(`opens clean at any of ${cuts} moments, with all that was acknowledged`, async () => {
    profile = await profiles.embedded();
    const data = profile.environment.JIANNUO_DATA ?? '';
    api = await serve({ ...profile.environment, JIANNUO_READERS: '1', JIANNUO_RECOGNIZER: 'off' });
    const random = seeded(7);
    const acknowledged: string[] = [];
    let going = true;
    const uploads = (async () => {
      for (let n = 0; going; n += 1) {
        const text = Buffer.from(reply(n).bytes).toString('utf8');
        const { files } = await send(api?.url ?? '', [text]);
        acknowledged.push(...files.map(({ documentId }) => documentId));
      }
    })();
    for (let cut = 0; cut < cuts; cut += 1) {
      await pause(50 + random() * 500);
      const before = [...acknowledged];
      const folder = await cutPower([api.pid], data);
      const file = join(folder, 'jiannuo.db');
      const raw = new BetterSqlite(file);
      expect(raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(raw.pragma('foreign_key_check')).toEqual([]);
      raw.close();
      const store = openSqliteStore({ file, tokenize: () => [] });
      await store.ping();
      for (const id of before) expect(await store.document('default', id)).not.toBeNull();
      for (const document of (await store.documents('default', { limit: 500 })).rows) {
        if (document.status !== 'done') continue;
        const page = { sort: 'document', limit: 200 } as const;
        const { rows } = await store.rows(
          'default',
          { documentId: document.id },
          { ...page, cursor: undefined },
        );
        const { commitments = 0, achievements = 0 } = document.counts ?? {};
        expect(rows).toHaveLength(commitments + achievements);
      }
      await store.close();
      await rm(folder, { recursive: true });
    }
    going = false;
    await uploads;
    expect(acknowledged.length).toBeGreaterThan(cuts);
  });
});
