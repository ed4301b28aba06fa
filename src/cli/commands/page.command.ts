import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { PageOptions } from '../run/page.js';
import type { Register } from './register.js';

export const registerPage: Register = (program, t, run) => {
  const o = t.options;
  const command = program
    .command('page <document>')
    .description(t.commands.page)
    .addOption(new Option('-o, --output <file>', o.output).makeOptionMandatory())
    .option('--as-of <day>', o.asOf)
    .option('--data <folder>', o.data)
    .action((id: string, options: PageOptions) =>
      run(async (context) => (await import('../run/page.js')).runPage(context, id, options)),
    );
  withExamples(command, t, ['page 5f1e0a9b8c7d6e5f40312233 --output 答复.html']);
};
