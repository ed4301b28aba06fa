import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerMigrate: Register = (program, t, run) => {
  const command = program
    .command('migrate')
    .description(t.commands.migrate)
    .option('--data <folder>', t.options.data)
    .action((options: { data?: string }) =>
      run(async (context) => (await import('../run/migrate.js')).runMigrate(context, options)),
    );
  withExamples(command, t, ['migrate']);
};
