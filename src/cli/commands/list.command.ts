import { Option } from 'commander';
import { documentKinds } from '../../domain/document.js';
import { itemKinds, missingElements, stances, strengths } from '../../domain/item.js';
import { querySorts } from '../../domain/ledger.js';
import { withExamples } from '../help.js';
import type { ListOptions } from '../run/list.js';
import type { Register } from './register.js';

export const registerList: Register = (program, t, run) => {
  const o = t.options;
  const command = program
    .command('list')
    .description(t.commands.list)
    .addOption(new Option('--stance <stance>', o.stance).choices(stances))
    .addOption(new Option('--kind <kind>', o.kind).choices(itemKinds))
    .addOption(new Option('--strength <strength>', o.strength).choices(strengths))
    .addOption(new Option('--hedged <bool>', o.hedged).choices(['true', 'false']))
    .addOption(new Option('--missing <element>', o.missing).choices(missingElements))
    .option('--unit <name>', o.unit)
    .option('--authority <name>', o.authority)
    .option('--indicator <words>', o.indicator)
    .option('--text <words>', o.text)
    .option('--document <id>', o.document)
    .addOption(new Option('--document-kind <kind>', o.documentKind).choices(documentKinds))
    .option('--proposal <number>', o.proposal)
    .option('--deadline-from <day>', o.deadlineFrom)
    .option('--deadline-to <day>', o.deadlineTo)
    .option('--without-deadline', o.withoutDeadline)
    .addOption(new Option('--with-deadline', o.withDeadline).conflicts('withoutDeadline'))
    .addOption(new Option('--sort <order>', o.sort).choices(querySorts).default('deadline'))
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
    'list --all --format csv --bom > 台账.csv',
  ]);
};
