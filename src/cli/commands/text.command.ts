import { withExamples } from '../help.js';
import type { Register } from './register.js';

export const registerText: Register = (program, t, run) => {
  const command = program
    .command('text <file>')
    .description(t.commands.text)
    .action((file: string) =>
      run(async (context) => (await import('../run/text.js')).runText(context, file)),
    );
  withExamples(command, t, ['text 答复.pdf', 'text 答复.docx > 答复.txt']);
};
