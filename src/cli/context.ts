import type { ComposeOptions, Composition } from '../compose.js';
import type { Config } from '../config.js';
import type { Language } from '../domain/phrase.js';
import { atCommandLine, type ConfigFlags, exitStatus, variables } from './flag-faults.js';
import type { Messages } from './messages/index.js';
import { oneLine } from './output/escape.js';

async function configOf(flags: ConfigFlags): Promise<Config> {
  const { readConfig } = await import('../config.js');
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const [flag, variable] of Object.entries(variables)) {
    const value = flags[flag as keyof ConfigFlags];
    if (value !== undefined) environment[variable] = value;
  }
  return readConfig(environment);
}

/** What every command is given. */
export interface Context {
  readonly language: Language;
  readonly t: Messages;
  /** The environment, with what flags say over it. */
  config(flags?: ConfigFlags): Promise<Config>;
  /** The ports of that configuration. Closed when the command is over. */
  compose(flags?: ConfigFlags, options?: ComposeOptions): Promise<Composition>;
  /** A fault in the language of the user, on one line. */
  tell(thrown: unknown): string;
}

/** Runs a command and closes what it opened; gives the exit status. */
export async function withContext(
  language: Language,
  t: Messages,
  run: (context: Context) => Promise<number>,
): Promise<number> {
  const opened: Composition[] = [];
  let given: ConfigFlags = {};
  const config = (flags: ConfigFlags = {}): Promise<Config> => {
    given = { ...given, ...flags };
    return configOf(flags);
  };
  const context: Context = {
    language,
    t,
    config,
    compose: async (flags, options) => {
      const { compose } = await import('../compose.js');
      const composition = compose(await config(flags), options);
      opened.push(composition);
      return composition;
    },
    tell: (thrown) => oneLine(atCommandLine(thrown, given).in(language)),
  };
  try {
    return await run(context);
  } catch (thrown) {
    process.stderr.write(`${t.fault(context.tell(thrown))}\n`);
    return exitStatus(atCommandLine(thrown, given));
  } finally {
    for (const composition of opened) await composition.close();
  }
}
