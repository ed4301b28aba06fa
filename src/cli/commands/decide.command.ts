import { decisionKinds } from '../../domain/decision.js';
import { withExamples } from '../help.js';
import type { DecideOptions } from '../run/decide.js';
import type { Register } from './register.js';

export const registerDecide: Register = (program, t, run) => {
  const o = t.options;
  const command = program
    .command('decide')
    .argument('<id>', o.promise)
    .argument('<decision>', `${o.decision}（${decisionKinds.join(' | ')}）`)
    .description(t.commands.decide)
    .requiredOption('--reason <words>', o.reason)
    .requiredOption('--by <name>', o.by)
    .option('--evidence <id>', o.evidence)
    .option('--due <day>', o.due)
    .option('--set <field=value...>', o.set)
    .option('--into <id>', o.into)
    .option('--expect <n>', o.expect)
    .option('--data <folder>', o.data)
    .action((id: string, kind: string, options: DecideOptions) =>
      run(async (context) => (await import('../run/decide.js')).runDecide(context, id, kind, options)),
    );
  withExamples(command, t, [
    'decide 3f9c0a1b2c3d4e5f6071 close --by 张三 --reason 现场核实 --expect 0',
    'decide 3f9c0a1b2c3d4e5f6071 deny --evidence 0a1b2c3d4e --by 张三 --reason 不是同一项目',
    'decide 3f9c0a1b2c3d4e5f6071 extend --due 2026-06-30 --by 张三 --reason 常委会同意延期',
    'decide 3f9c0a1b2c3d4e5f6071 adjust --set value=300 unit=张 --by 张三 --reason 目标下调',
  ]);
};
