import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { BinListOptions, BinPutOptions } from '../run/bin.js';
import type { Register } from './register.js';

export const registerBin: Register = (program, t, run) => {
  const o = t.options;
  const bin = program.command('bin').description(t.commands.bin);
  const list = bin
    .command('list', { isDefault: true })
    .description(t.commands.binList)
    .option('--limit <n>', o.limit, '50')
    .option('--cursor <mark>', o.cursor)
    .addOption(new Option('-f, --format <format>', o.format).choices(['table', 'jsonl']).default('table'))
    .option('--data <folder>', o.data)
    .action((options: BinListOptions) =>
      run(async (context) => (await import('../run/bin.js')).runBin(context, options)),
    );
  const put = bin
    .command('put <id...>')
    .description(t.commands.binPut)
    .requiredOption('--by <name>', o.by)
    .option('--data <folder>', o.data)
    .action((ids: string[], options: BinPutOptions) =>
      run(async (context) => (await import('../run/bin.js')).runBinPut(context, ids, options)),
    );
  const restore = bin
    .command('restore <id...>')
    .description(t.commands.binRestore)
    .option('--data <folder>', o.data)
    .action((ids: string[], options: { data?: string }) =>
      run(async (context) => (await import('../run/bin.js')).runBinRestore(context, ids, options)),
    );
  const empty = bin
    .command('empty')
    .description(t.commands.binEmpty)
    .option('--data <folder>', o.data)
    .action((options: { data?: string }) =>
      run(async (context) => (await import('../run/bin.js')).runBinEmpty(context, options)),
    );
  withExamples(list, t, ['bin list', 'bin list --format jsonl']);
  withExamples(put, t, ['bin put 0a1b2c3d4e5f60718293a4b5 --by 张三']);
  withExamples(restore, t, ['bin restore 0a1b2c3d4e5f60718293a4b5']);
  withExamples(empty, t, ['bin empty']);
  withExamples(bin, t, [
    'bin',
    'bin put 0a1b2c3d4e5f60718293a4b5 --by 张三',
    'bin restore 0a1b2c3d4e5f60718293a4b5',
  ]);
};
