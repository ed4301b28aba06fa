import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { ExplainOptions } from '../run/explain.js';
import type { Register } from './register.js';

export const registerExplain: Register = (program, t, run) => {
  const command = program
    .command('explain <file>')
    .description(t.commands.explain)
    .option('--item <n>', t.options.item)
    .addOption(
      new Option('-f, --format <format>', t.options.format).choices(['text', 'json']).default('text'),
    )
    .action((file: string, options: ExplainOptions) =>
      run(async (context) => (await import('../run/explain.js')).runExplain(context, file, options)),
    );
  withExamples(command, t, [
    'explain 答复.pdf',
    'explain 答复.pdf --item 3',
    'explain 方案.docx --format json',
  ]);
};
