import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { ListOptions } from '../run/list.js';
import { withLedgerFilters } from './ledger-filters.js';
import type { Register } from './register.js';

export const registerList: Register = (program, t, run) => {
  const o = t.options;
  const command = withLedgerFilters(program.command('list').description(t.commands.list), t)
    .option('--as-of <day>', o.asOf)
    .option('--limit <n>', o.limit, '50')
    .option('--cursor <mark>', o.cursor)
    .addOption(new Option('--all', o.all).conflicts('cursor'))
    .addOption(
      new Option('-f, --format <format>', o.format).choices(['table', 'csv', 'jsonl']).default('table'),
    )
    .option('--bom', o.bom)
    .option('--data <folder>', o.data)
    .action((options: ListOptions) =>
      run(async (context) => (await import('../run/list.js')).runList(context, options)),
    );
  withExamples(command, t, [
    'list --stance commitment --deadline-to 2025-12-31',
    'list --unit 教育局 --text 学位 --sort relevance',
    'list --without-deadline --strength best_effort',
    'list --light red --as-of 2026-01-31',
    'list --all --format csv --bom > 台账.csv',
  ]);
};
