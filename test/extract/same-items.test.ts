import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readInProcess } from '../../src/adapters/readers/read-file.js';
import { extractSource } from './corpus.js';

const documents = new URL('../../fixtures/documents/', import.meta.url);

/** What a document says, without where: offsets differ from format to format. */
async function said(path: string) {
  const bytes = readFileSync(new URL(path, documents));
  const { items, meta } = extractSource(await readInProcess({ name: path, bytes }));
  const { title, docNumber, proposalNumber, addressees, date, kind } = meta;
  return {
    meta: { title, docNumber, proposalNumber, addressees, date, kind },
    items: items.map((item) => ({
      stance: item.stance,
      kind: item.kind,
      indicator: item.indicator,
      value: item.value,
      unit: item.unit,
      comparator: item.comparator,
      deadline: item.deadline?.date ?? null,
      responsible: item.responsible,
    })),
  };
}

it.each([['hetang-2025-npc-reply-8', 'ofd']])('%s says the same as text and as %s', async (name, format) => {
  const text = await said(`text/sources/${name}.txt`);
  expect(text.items.length).toBeGreaterThan(20);
  expect(await said(`${format}/sources/${name}.${format}`)).toEqual(text);
});
