import { jsonLine } from '../../adapters/export/json/json-line.js';
import { importProposals } from '../../app/import/import-proposals.js';
import type { PlannedLine } from '../../app/import/plan-proposals.js';
import { readyStore } from '../../app/query/ready-store.js';
import { dayOf } from '../../domain/day.js';
import type { Context } from '../context.js';
import { loadNamed } from '../files/load-named.js';
import { note, write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { recordHere } from './trail.js';

export interface ImportProposalsOptions {
  readonly by: string;
  readonly dryRun?: boolean;
  readonly body?: 'npc' | 'cppcc';
  readonly session?: string;
  readonly format: 'table' | 'jsonl';
  readonly data?: string;
}

/** Takes in a list of proposals, or tells what taking it in would do; 1 where a line was refused. */
export async function runImportProposals(
  context: Context,
  name: string,
  { by, dryRun = false, body, session, format, data }: ImportProposalsOptions,
): Promise<number> {
  const { config, store, reader } = await context.compose({ data });
  const { t, language } = context;
  const { tenant, maxFileBytes } = config;
  const file = await loadNamed(name, maxFileBytes);
  const deps = { store: await readyStore(store)(), reader: await reader() };
  const list = { body, session, today: dayOf(new Date()) };
  const report = await importProposals(deps, { tenant, file, list, by, dryRun });
  const { lines, headings } = report;
  const said = t.imports;
  if (!dryRun) await recordHere(context, 'import proposals', name, data);
  if (format === 'jsonl')
    await write(
      lines.map((line) => `${jsonLine({ ...line, problem: line.problem?.[language] ?? null })}\n`).join(''),
    );
  else {
    const leftOut = headings.filter(({ field }) => field === null).map(({ words }) => words);
    for (const { words, field } of headings)
      if (field !== null) await write(`${said.column(words, said.fields[field])}\n`);
    if (leftOut.length > 0) await write(`${said.leftOut(leftOut.join(t.listSeparator))}\n`);
    const where = ({ sheet, line }: PlannedLine): string => (sheet === null ? `${line}` : `${sheet}:${line}`);
    const columns = [
      { title: said.columns.line, cell: where, max: 16 },
      { title: said.columns.outcome, cell: ({ outcome }: PlannedLine) => said.outcomes[outcome], max: 8 },
      { title: said.columns.number, cell: (line: PlannedLine) => line.number ?? '', max: 10 },
      { title: said.columns.title, cell: (line: PlannedLine) => line.title ?? '', max: 44 },
      {
        title: said.columns.what,
        cell: ({ problem, changes, outcome }: PlannedLine) =>
          problem?.[language] ??
          (outcome === 'changed' ? changes.map((change) => said.fields[change]).join(t.listSeparator) : ''),
        max: 80,
      },
    ];
    if (lines.length > 0) await write(renderTable(columns, lines));
  }
  const count = (outcome: PlannedLine['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  note(
    said.sum({
      fresh: count('new'),
      changed: count('changed'),
      same: count('same'),
      refused: count('refused'),
      dryRun,
    }),
  );
  return count('refused') > 0 ? 1 : 0;
}
