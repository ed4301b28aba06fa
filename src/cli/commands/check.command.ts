import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { CheckOptions } from '../run/check.js';
import type { Register } from './register.js';

export const registerCheck: Register = (program, t, run) => {
  const command = program
    .command('check <files...>')
    .description(t.commands.check)
    .addOption(
      new Option('-f, --format <format>', t.options.format).choices(['text', 'json']).default('text'),
    )
    .option('--strict', t.options.strict)
    .action((files: string[], options: CheckOptions) =>
      run(async (context) => (await import('../run/check.js')).runCheck(context, files, options)),
    );
  withExamples(command, t, ['check 答复稿.docx', 'check ./待发答复 --format json --strict']);
};
