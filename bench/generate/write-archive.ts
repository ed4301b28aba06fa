import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { generatedPair } from './plan-and-reports.js';
import { generatedReply } from './reply.js';

/** The same bytes for the same seeds. */
const fixedDate = new Date('2025-01-01T00:00:00Z');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Writes for each seed a reply, a plan and a report on it: `documents/`, `gold/`, `tracking/`, and archive.zip of the documents.
 * @returns how many documents, and the bytes of the archive
 */
export function writeArchive(
  folder: string,
  seeds: readonly number[],
  noise: boolean,
): { documents: number; bytes: number } {
  for (const part of ['documents', 'gold', 'tracking']) mkdirSync(join(folder, part), { recursive: true });
  const entries: Record<string, Uint8Array> = {};
  for (const seed of seeds) {
    const pair = generatedPair(seed, { noise });
    for (const { name, text, gold } of [generatedReply(seed, { noise }), pair.plan, ...pair.reports]) {
      writeFileSync(join(folder, 'documents', name), text);
      writeFileSync(join(folder, 'gold', name.replace(/txt$/, 'json')), json(gold));
      entries[name] = strToU8(text);
    }
    writeFileSync(
      join(folder, 'tracking', `${pair.plan.name.replace(/-plan\.txt$/, '')}.json`),
      json(pair.gold),
    );
  }
  const archive = zipSync(entries, { level: 6, mtime: fixedDate });
  writeFileSync(join(folder, 'archive.zip'), archive);
  return { documents: Object.keys(entries).length, bytes: archive.length };
}
