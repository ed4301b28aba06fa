import {
  type ExtractedDocument,
  examine,
  extract,
  type Item,
  intlSegmenter,
  itemSchema,
  type SourceText,
  type TrackedRow,
  track,
} from 'jiannuo';
import { openReader } from 'jiannuo/reading';

const reader = openReader({ seconds: 10, recognizer: 'off' });
const source: SourceText = await reader.read({ name: 'plan.pdf', bytes: new Uint8Array() });
await reader.close();

const plan: ExtractedDocument = extract(source, { name: 'plan.pdf', segmenter: intlSegmenter() });
const rows: readonly TrackedRow[] = track([plan], [extract('2025年…')], {
  asOf: '2026-01-31',
  language: 'en',
});
export const verdicts: ('met' | 'not_met' | 'in_progress' | 'no_evidence' | 'changed')[] = rows.map(
  ({ verdict }) => verdict,
);
export const days: (string | null)[] = plan.items.map((item: Item) => item.deadline?.date ?? null);
export const parsed: Item = itemSchema.parse(plan.items[0]);
export const findings: string[] = examine('…').findings.map(({ quote }) => quote);
// @ts-expect-error the day of judgement is written as a string
export const wrong = track([plan], [], { asOf: 2026 });
