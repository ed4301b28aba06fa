import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { ShowOptions } from '../run/show.js';
import type { Register } from './register.js';

export const registerShow: Register = (program, t, run) => {
  const command = program
    .command('show <id>')
    .description(t.commands.show)
    .addOption(
      new Option('-f, --format <format>', t.options.format).choices(['text', 'json']).default('text'),
    )
    .option('--as-of <day>', t.options.asOf)
    .option('--data <folder>', t.options.data)
    .action((id: string, options: ShowOptions) =>
      run(async (context) => (await import('../run/show.js')).runShow(context, id, options)),
    );
  withExamples(command, t, ['show 3f9c0a1b2c3d4e5f6071', 'show 3f9c0a1b2c3d4e5f6071 --format json']);
};
