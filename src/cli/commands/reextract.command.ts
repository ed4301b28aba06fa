import { withExamples } from '../help.js';
import type { ReextractOptions } from '../run/reextract.js';
import type { Register } from './register.js';

export const registerReextract: Register = (program, t, run) => {
  const o = t.options;
  const command = program
    .command('reextract')
    .description(t.commands.reextract)
    .option('--document <id...>', o.reextracted)
    .option('--older', o.older)
    .option('--wait', o.wait)
    .option('--data <folder>', o.data)
    .action((options: ReextractOptions) =>
      run(async (context) => (await import('../run/reextract.js')).runReextract(context, options)),
    );
  withExamples(command, t, ['reextract --older', 'reextract --document 0a1b2c3d4e5f60718293a4b5']);
};
