import type { Composition } from '../compose.js';
import type { Language } from '../domain/errors.js';
import { asJiannuoError } from '../domain/errors.js';
import type { Messages } from './messages/index.js';
import { oneLine } from './output/escape.js';

/** What every command is given. */
export interface Context {
  readonly language: Language;
  readonly t: Messages;
  /** The ports, of the data folder that `--data` names. Closed when the command is over. */
  compose(options?: { data?: string | undefined }): Promise<Composition>;
  /** A fault in the language of the user, on one line. */
  tell(thrown: unknown): string;
}

/** A command's work; gives the exit status. */
export type Run<Options> = (context: Context, args: readonly string[], options: Options) => Promise<number>;

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
    compose: async (options = {}) => {
      const [{ compose }, { readConfig }] = await Promise.all([
        import('../compose.js'),
        import('../config.js'),
      ]);
      const environment = options.data ? { ...process.env, JIANNUO_DATA: options.data } : process.env;
      const composition = compose(readConfig(environment));
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
