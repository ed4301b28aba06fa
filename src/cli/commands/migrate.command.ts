import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerMigrate: Register = (program, t, run) => {
  const command = program
    .command('migrate')
    .description(t.commands.migrate)
    .option('--to-cluster', t.options.toCluster)
    .option('--data <folder>', t.options.data)
    .action(({ toCluster = false, ...options }: { data?: string; toCluster?: boolean }) =>
      run(async (context) =>
        toCluster
          ? (await import('../run/move.js')).runMove(context, options)
          : (await import('../run/migrate.js')).runMigrate(context, options),
      ),
    );
  withExamples(command, t, ['migrate', 'migrate --to-cluster --data ./台账数据']);
};
