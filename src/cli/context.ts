import type { Composition } from '../compose.js';
import type { Config } from '../config.js';
import { asJiannuoError } from '../domain/errors.js';
import type { Language } from '../domain/phrase.js';
import type { Messages } from './messages/index.js';
import { oneLine } from './output/escape.js';

/** Flags that stand for a variable of the environment. */
export interface ConfigFlags {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly kinds?: string | undefined;
}

const variables: Readonly<Record<keyof ConfigFlags, string>> = {
  data: 'JIANNUO_DATA',
  host: 'JIANNUO_HOST',
  port: 'JIANNUO_PORT',
  concurrency: 'JIANNUO_CONCURRENCY',
  kinds: 'JIANNUO_JOB_KINDS',
};

async function configOf(flags: ConfigFlags = {}): Promise<Config> {
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
  compose(flags?: ConfigFlags): Promise<Composition>;
  /** A fault in the language of the user, on one line. */
  tell(thrown: unknown): string;
}

/** Runs a command and closes what it opened. */
export async function withContext(
  language: Language,
  t: Messages,
  run: (context: Context) => Promise<number>,
): Promise<number> {
  const opened: Composition[] = [];
  const context: Context = {
    language,
    t,
    config: configOf,
    compose: async (flags) => {
      const { compose } = await import('../compose.js');
      const composition = compose(await configOf(flags));
      opened.push(composition);
      return composition;
    },
    tell: (thrown) => oneLine(asJiannuoError(thrown).in(language)),
  };
  try {
    return await run(context);
  } catch (thrown) {
    process.stderr.write(`${t.fault(context.tell(thrown))}\n`);
    return 1;
  } finally {
    for (const composition of opened) await composition.close();
  }
}
