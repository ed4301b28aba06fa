import { Command, Option } from 'commander';
import type { Language } from '../domain/phrase.js';
import { registrations } from './commands/index.js';
import { withContext } from './context.js';
import { localizeHelp, withExamples } from './help.js';
import type { Messages } from './messages/index.js';

/** All commands with their options. What a command does is loaded when it runs. */
export function buildProgram(language: Language, t: Messages): Command {
  const program = new Command('jiannuo')
    .description(t.program)
    .addOption(new Option('--lang <lang>', t.options.lang).choices(['zh', 'en']))
    .option('-V, --version', t.options.version);
  const run: Parameters<(typeof registrations)[number]>[2] = async (work) => {
    process.exitCode = await withContext(language, t, work);
  };
  for (const register of registrations) register(program, t, run);
  localizeHelp(program, t);
  withExamples(program, t, [
    'ingest ./2024年答复',
    'list --stance commitment --deadline-to 2025-12-31',
    'list --all --format csv --bom > 台账.csv',
    'doctor',
  ]);
  program.addHelpText('after', t.exitCodes);
  return program;
}
