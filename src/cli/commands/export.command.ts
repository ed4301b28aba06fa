import { Option } from 'commander';
import { exportFormats, noticeKinds } from '../../app/export/export-query.js';
import { withExamples } from '../help.js';
import type { ExportOptions } from '../run/export.js';
import { withLedgerFilters } from './ledger-filters.js';
import type { Register } from './register.js';

export const registerExport: Register = (program, t, run) => {
  const o = t.options;
  const command = withLedgerFilters(program.command('export').description(t.commands.export), t)
    .addOption(
      new Option('-f, --format <format>', o.exportFormat).choices(exportFormats).makeOptionMandatory(),
    )
    .addOption(new Option('-o, --output <file>', o.output).makeOptionMandatory())
    .option('--columns <names>', o.columns)
    .addOption(new Option('--notice <kind>', o.notice).choices(noticeKinds).default('urge'))
    .option('--link-base <url>', o.linkBase)
    .option('--data <folder>', o.data)
    .action((options: ExportOptions) =>
      run(async (context) => (await import('../run/export.js')).runExport(context, options)),
    );
  withExamples(command, t, [
    'export --format xlsx --output 台账.xlsx --stance commitment',
    'export --format csv --output 台账.csv --columns indicator,value,unit,deadline,responsible,publicity',
    'export --format docx --output 督办单.docx --unit 教育局 --deadline-to 2025-12-31',
  ]);
};
