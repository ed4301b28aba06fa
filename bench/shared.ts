import { readdirSync, readFileSync } from 'node:fs';
import type { DocumentMeta, Engine } from '../src/domain/document.js';
import { median } from './record.mjs';

const textFolder = new URL('../fixtures/documents/text/sources/', import.meta.url);

/** Seconds that `work` takes. */
export function seconds(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

/** CPU seconds that `work` takes of this process: what others do on the machine changes them least. */
export function cpuSeconds(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** Runs each contestant once a round, in turn, so that a busy machine slows all alike; gives the medians. */
export function interleaved<Name extends string>(
  contestants: Readonly<Record<Name, () => void>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) times.get(name)?.push(cpuSeconds(contestants[name]));
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** The fixture documents in UTF-8. */
export function fixtureDocuments(): string[] {
  return readdirSync(textFolder)
    .filter((name) => name.endsWith('.txt') && !name.includes('.gb18030.'))
    .sort()
    .map((name) => readFileSync(new URL(name, textFolder), 'utf8'));
}

/** The fixture documents, one after another, repeated up to `size` characters and cut at a line's end. */
export function fixtureText(size: number): string {
  const whole = fixtureDocuments().join('\n');
  const text = whole.repeat(Math.ceil(size / whole.length));
  const end = text.lastIndexOf('\n', size);
  return text.slice(0, end > 0 ? end + 1 : size);
}

/** The engine of rows that no engine read. */
export const madeUpEngine: Engine = { reader: 'bench', segmentation: 'bench', rules: 'bench' };

/** What the nth of many made-up plans says of itself. */
export const madeUpPlan = (n: number): DocumentMeta => ({
  ...{ title: `第${n}号方案`, docNumber: null, proposalNumber: String(n), body: null, session: null },
  ...{ issuer: '市政府', addressees: [], date: '2024-06-01', kind: 'action_plan', period: null },
  ...{ resultClass: null, publicity: 'public', form: null },
});
