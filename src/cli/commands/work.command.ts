import type { ConfigFlags } from '../flag-faults.js';
import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerWork: Register = (program, t, run) => {
  const command = program
    .command('work')
    .description(t.commands.work)
    .option('--concurrency <n>', t.options.concurrency)
    .option('--kinds <kinds>', t.options.kinds)
    .option('--data <folder>', t.options.data)
    .action((options: Pick<ConfigFlags, 'concurrency' | 'kinds' | 'data'>) =>
      run(async (context) => (await import('../run/work.js')).runWork(context, options)),
    );
  withExamples(command, t, ['work', 'work --concurrency 4 --kinds document.read']);
};
