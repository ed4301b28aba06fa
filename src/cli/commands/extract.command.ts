import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { ExtractOptions } from '../run/extract.js';
import type { Register } from './register.js';

export const registerExtract: Register = (program, t, run) => {
  const command = program
    .command('extract <files...>')
    .description(t.commands.extract)
    .addOption(
      new Option('-f, --format <format>', t.options.format)
        .choices(['table', 'json', 'jsonl', 'csv'])
        .default('table'),
    )
    .option('--bom', t.options.bom)
    .action((files: string[], options: ExtractOptions) =>
      run(async (context) => (await import('../run/extract.js')).runExtract(context, files, options)),
    );
  withExamples(command, t, [
    'extract 答复.pdf',
    'extract 答复.pdf 方案.docx --format jsonl > items.jsonl',
    'extract ./2024年答复 --format csv --bom > 台账.csv',
  ]);
};
