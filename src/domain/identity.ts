import { createHash, hash } from 'node:crypto';
import type { Item } from './item.js';

const digest = (...parts: string[]): string => hash('sha256', parts.join('\u0000'), 'hex');

/** Lower-case hex SHA-256 of bytes. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A document is one file of one tenant: the same bytes again give the same id. */
export function documentId(tenant: string, sha256: string): string {
  return digest('document', tenant, sha256).slice(0, 24);
}

export function unitId(tenant: string, name: string): string {
  return digest('unit', tenant, name).slice(0, 20);
}

/** 第028号 and 第28号 are one proposal; several numbers (028、029) stay as they are written. */
export const proposalNumberKey = (number: string): string =>
  /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;

const longestNumber = 8;

/** The number as it may be written: 28, 028, 0028 and so on, and as it was given. */
export function proposalNumberWritings(number: string): string[] {
  const key = proposalNumberKey(number);
  const padded = Array.from(
    { length: Math.max(1, longestNumber - key.length + 1) },
    (_, n) => '0'.repeat(n) + key,
  );
  return [...new Set([number, ...padded])];
}

export function proposalId(
  tenant: string,
  body: string | null,
  session: string | null,
  number: string,
): string {
  return digest('proposal', tenant, body ?? '', session ?? '', proposalNumberKey(number)).slice(0, 20);
}

/**
 * Ids from document and wording, with a running number where the same words stand twice: a re-run gives the same ids,
 * and a better engine keeps the ids of items whose words it reads alike.
 * @param sha256 of the original's bytes
 * @param items in reading order, without ids
 */
export function withItemIds(sha256: string, items: readonly Omit<Item, 'id'>[]): Item[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const wording = `${item.kind}\u0001${item.valueText ?? ''}\u0001${item.quote}`;
    const nth = seen.get(wording) ?? 0;
    seen.set(wording, nth + 1);
    return { id: digest('item', sha256, wording, String(nth)).slice(0, 20), ...item };
  });
}

/** What stands for evidence on the command line: its place and words. */
export function evidenceId(documentId: string, start: number, quote: string): string {
  return digest('evidence', documentId, String(start), quote).slice(0, 10);
}

/** What a person put down on a proposal, by its running number. */
export function noteId(tenant: string, proposalId: string, seq: number): string {
  return digest('note', tenant, proposalId, String(seq)).slice(0, 20);
}

/** What a person said on a document's promises, by its running number: one writer gets it, the other is told. */
export function saidId(kind: 'decision' | 'claim', tenant: string, documentId: string, seq: number): string {
  return digest(kind, tenant, documentId, String(seq)).slice(0, 20);
}

/** A promise that a person marked in the text: its place and words, so that it is added once. */
export function addedItemId(
  sha256: string,
  { start, kind, valueStart, quote }: Pick<Item, 'start' | 'kind' | 'valueStart' | 'quote'>,
): string {
  return digest('added', sha256, String(start), kind, String(valueStart), quote).slice(0, 20);
}
