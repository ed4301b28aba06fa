import { readdirSync, readFileSync } from 'node:fs';
import type { Gold } from './gold-score.js';

const fixtures = new URL('../../fixtures/', import.meta.url);

/** Documents with gold: of the project's own hand, and of others who never saw the engine (folder `blind`). */
const folders = {
  fixtures: { gold: 'gold/', texts: 'documents/text/sources/' },
  replies: { gold: 'blind/replies/gold/', texts: 'blind/replies/texts/' },
  plans: { gold: 'blind/plans/gold/', texts: 'blind/plans/texts/' },
} as const;

export type GoldSet = keyof typeof folders;
export const goldSets = Object.keys(folders) as GoldSet[];

/** File names of a set's gold. */
export const goldNames = (set: GoldSet): string[] =>
  readdirSync(new URL(folders[set].gold, fixtures)).filter((name) => name.endsWith('.json'));

/** One gold and the text that it is of, which must be UTF-8. */
export function readGold(set: GoldSet, name: string): { readonly gold: Gold; readonly text: string } {
  const gold = JSON.parse(readFileSync(new URL(folders[set].gold + name, fixtures), 'utf8')) as Gold;
  const bytes = readFileSync(new URL(folders[set].texts + gold.doc, fixtures));
  return { gold, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}
