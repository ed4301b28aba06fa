import { withExamples } from '../help.js';
import type { IngestOptions } from '../run/ingest.js';
import type { Register } from './register.js';

export const registerIngest: Register = (program, t, run) => {
  const command = program
    .command('ingest <paths...>')
    .description(t.commands.ingest)
    .option('--wait', t.options.wait)
    .option('--no-progress', t.options.noProgress)
    .option('--data <folder>', t.options.data)
    .action((paths: string[], options: IngestOptions) =>
      run(async (context) => (await import('../run/ingest.js')).runIngest(context, paths, options)),
    );
  withExamples(command, t, [
    'ingest 答复.pdf 方案.docx',
    'ingest ./2024年答复 答复.zip',
    'ingest ./答复 --data ./台账数据',
  ]);
};
