import { chooseLanguage, messagesIn } from './messages/index.js';
import { surviveClosedPipe } from './output/stdout.js';

/** The command line: parses, runs one command, sets the exit status (1 something failed, 2 wrong usage). */
export async function main(argv: readonly string[]): Promise<void> {
  surviveClosedPipe();
  if (argv[2] === '--version' || argv[2] === '-V') {
    const { packageVersion } = await import('../version.js');
    process.stdout.write(`${packageVersion()}\n`);
    return;
  }
  const language = chooseLanguage(argv, process.env);
  const { buildProgram } = await import('./program.js');
  const { reportUsage } = await import('./usage.js');
  const t = messagesIn(language);
  const program = buildProgram(language, t);
  try {
    await program.parseAsync([...argv]);
  } catch (thrown) {
    process.exitCode = reportUsage(thrown, t);
  }
}
