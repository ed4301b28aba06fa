import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerTrail: Register = (program, t, run) => {
  const o = t.options;
  const trail = program.command('trail').description(t.commands.trail);
  const list = trail
    .command('list', { isDefault: true })
    .description(t.commands.trailList)
    .option('--data <folder>', o.data)
    .action((options: { data?: string }) =>
      run(async (context) => (await import('../run/trail.js')).runTrail(context, options)),
    );
  const verify = trail
    .command('verify')
    .description(t.commands.trailVerify)
    .option('--data <folder>', o.data)
    .action((options: { data?: string }) =>
      run(async (context) => (await import('../run/trail.js')).runVerifyTrail(context, options)),
    );
  withExamples(list, t, ['trail list']);
  withExamples(verify, t, ['trail verify']);
  withExamples(trail, t, ['trail', 'trail verify']);
};
