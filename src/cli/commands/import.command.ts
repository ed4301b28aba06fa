import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { ImportProposalsOptions } from '../run/import.js';
import type { ImportLedgerOptions } from '../run/import-ledger.js';
import type { Register } from './register.js';

export const registerImport: Register = (program, t, run) => {
  const o = t.options;
  const group = program.command('import').description(t.commands.import);
  const proposals = group
    .command('proposals <file>')
    .description(t.commands.importProposals)
    .option('--dry-run', o.dryRun)
    .addOption(new Option('--body <body>', o.body).choices(['npc', 'cppcc']))
    .option('--session <session>', o.session)
    .requiredOption('--by <name>', o.by)
    .addOption(new Option('-f, --format <format>', o.format).choices(['table', 'jsonl']).default('table'))
    .option('--data <folder>', o.data)
    .action((file: string, options: ImportProposalsOptions) =>
      run(async (context) => (await import('../run/import.js')).runImportProposals(context, file, options)),
    );
  const ledger = group
    .command('ledger <file>')
    .description(t.commands.importLedger)
    .option('--dry-run', o.dryRun)
    .addOption(new Option('-f, --format <format>', o.format).choices(['table', 'jsonl']).default('table'))
    .option('--data <folder>', o.data)
    .action((file: string, options: ImportLedgerOptions) =>
      run(async (context) =>
        (await import('../run/import-ledger.js')).runImportLedger(context, file, options),
      ),
    );
  withExamples(ledger, t, ['import ledger 台账.xlsx --dry-run', 'import ledger 台账.xlsx']);
  const examples = [
    'import proposals 建议清单.xlsx --dry-run --by 张三',
    'import proposals 建议清单.xlsx --by 张三 --session 十六届三次会议',
  ];
  withExamples(proposals, t, examples);
  withExamples(group, t, examples);
};
