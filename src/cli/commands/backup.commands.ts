import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerBackup: Register = (program, t, run) => {
  const command = program
    .command('backup')
    .description(t.commands.backup)
    .argument('<file>')
    .option('--data <folder>', t.options.data)
    .action((file: string, options: { data?: string }) =>
      run(async (context) => (await import('../run/backup.js')).runBackup(context, file, options)),
    );
  withExamples(command, t, ['backup /media/usb/jiannuo-2025-12-31.backup']);
};

export const registerRestore: Register = (program, t, run) => {
  const command = program
    .command('restore')
    .description(t.commands.restore)
    .argument('<file>')
    .option('--force', t.options.force)
    .option('--data <folder>', t.options.data)
    .action((file: string, options: { data?: string; force?: boolean }) =>
      run(async (context) => (await import('../run/backup.js')).runRestore(context, file, options)),
    );
  withExamples(command, t, [
    'restore /media/usb/jiannuo-2025-12-31.backup',
    'restore --data ./new-folder jiannuo.backup',
  ]);
};
