import { claimStates } from '../../domain/decision.js';
import { withExamples } from '../help.js';
import type { ClaimOptions } from '../run/claim.js';
import type { Register } from './register.js';

export const registerClaim: Register = (program, t, run) => {
  const o = t.options;
  const command = program
    .command('claim')
    .argument('<id>', o.promise)
    .argument('<state>', `${o.claimState}（${claimStates.join(' | ')}）`)
    .description(t.commands.claim)
    .requiredOption('--say <words>', o.say)
    .requiredOption('--by <name>', o.by)
    .option('--unit <name>', o.claimUnit)
    .option('--file <files...>', o.claimFile)
    .option('--data <folder>', o.data)
    .action((id: string, state: string, options: ClaimOptions) =>
      run(async (context) => (await import('../run/claim.js')).runClaim(context, id, state, options)),
    );
  withExamples(command, t, [
    'claim 3f9c0a1b2c3d4e5f6071 under_way --say 主体已封顶 --by 李四 --unit 民政局',
    'claim 3f9c0a1b2c3d4e5f6071 done --say 已投入使用 --by 李四 --file 验收报告.pdf',
  ]);
};
