import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerRecognize: Register = (program, t, run) => {
  const command = program
    .command('recognize')
    .description(t.commands.recognize)
    .action(() =>
      run(async (context) => (await import('../run/recognize.js')).runRecognize(context, process.stdin)),
    );
  withExamples(command, t, ['recognize < rows.jsonl > values.jsonl']);
};
