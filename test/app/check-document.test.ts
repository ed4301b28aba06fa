import { expect, it } from 'vitest';
import { checkDocument } from '../../src/app/fsck/check-document.js';
import { JiannuoError } from '../../src/domain/errors.js';

const given = (thrown: Error) => ({
  ...{ tenant: 'default', id: 'd1', name: 'a.txt', sha256: 'x', size: 1, status: 'done' as const },
  ...{ counted: 0, items: [] },
  text: () => Promise.reject(thrown),
});
const sizeOf = async () => 1;

it('tells a text that cannot be unpacked', async () => {
  const found = await checkDocument(given(new Error('incorrect header check')), sizeOf);
  expect(found).toEqual([{ code: 'text-damaged', parameters: { document: 'd1', name: 'a.txt' } }]);
});

it('does not call a text damaged because the server is away', async () => {
  const away = new JiannuoError('store-unavailable', { where: 'localhost', reason: 'connection closed' });
  await expect(checkDocument(given(away), sizeOf)).rejects.toBe(away);
});
