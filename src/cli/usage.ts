import { CommanderError } from 'commander';
import type { Messages } from './messages/index.js';
import { oneLine } from './output/escape.js';

const kinds: Readonly<Record<string, keyof Messages['usage']>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.invalidArgument': 'invalidArgument',
  'commander.excessArguments': 'excessArguments',
  'commander.conflictingOption': 'conflictingOption',
};

/** The part in quotes names what is wrong; the words around it are commander's English. */
function detailOf(message: string): string {
  const quoted = /'([^']*)'(?:.*argument '([^']*)' is invalid)?/.exec(message);
  return (quoted?.[2] ? `${quoted[1]} ${quoted[2]}` : quoted?.[1]) ?? message;
}

/** Tells wrong usage in the user's language and gives the exit status; help that was asked for is no fault. */
export function reportUsage(thrown: unknown, t: Messages): number {
  if (!(thrown instanceof CommanderError)) throw thrown;
  if (thrown.exitCode === 0) return 0;
  const kind = kinds[thrown.code];
  if (kind) {
    const message = t.usage[kind](oneLine(detailOf(thrown.message)));
    process.stderr.write(`${t.fault(message)}\n${t.usageHint('jiannuo')}\n`);
  }
  return 2;
}
