import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { FsckOptions } from '../run/fsck.js';
import type { Register } from './register.js';

export const registerFsck: Register = (program, t, run) => {
  const command = program
    .command('fsck')
    .description(t.commands.fsck)
    .addOption(
      new Option('-f, --format <format>', t.options.format).choices(['text', 'json']).default('text'),
    )
    .option('--repair', t.options.repair)
    .option('--data <folder>', t.options.data)
    .action((options: FsckOptions) =>
      run(async (context) => (await import('../run/fsck.js')).runFsck(context, options)),
    );
  withExamples(command, t, ['fsck', 'fsck --data ./台账数据', 'fsck --format json', 'fsck --repair']);
};
