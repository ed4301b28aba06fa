import { expect, it } from 'vitest';
import { mongoFault } from '../../../src/adapters/mongo/fault.js';

it.each([239, 246])('says what to raise where the snapshot is over (%s)', (code) => {
  const fault = mongoFault('mongodb://u:p@h:1/d', Object.assign(new Error('snapshot too old'), { code }));
  expect(fault).toMatchObject({ code: 'store-unsuitable', parameters: { where: 'h:1' } });
  expect(JSON.stringify((fault as { parameters: object }).parameters)).toContain(
    'minSnapshotHistoryWindowInSeconds',
  );
});
