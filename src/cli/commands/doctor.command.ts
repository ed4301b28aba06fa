import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { DoctorOptions } from '../run/doctor.js';
import type { Register } from './register.js';

export const registerDoctor: Register = (program, t, run) => {
  const command = program
    .command('doctor')
    .description(t.commands.doctor)
    .addOption(
      new Option('-f, --format <format>', t.options.format).choices(['text', 'json']).default('text'),
    )
    .option('--data <folder>', t.options.data)
    .action((options: DoctorOptions) =>
      run(async (context) => (await import('../run/doctor.js')).runDoctor(context, options)),
    );
  withExamples(command, t, ['doctor', 'doctor --data ./台账数据', 'doctor --format json']);
};
