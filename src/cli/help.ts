import { type Command, Help, type Option } from 'commander';
import type { Messages } from './messages/index.js';
import { displayWidth } from './output/width.js';

function optionText(option: Option, t: Messages): string {
  const choices = option.argChoices ? t.optionChoices(option.argChoices.join(' | ')) : '';
  const fallback =
    option.defaultValue === undefined || typeof option.defaultValue === 'boolean'
      ? ''
      : t.optionDefault(String(option.defaultValue));
  return `${option.description}${choices}${fallback}`;
}

const plain = new Help();

/** The words that commander puts into a usage line. */
const inWords = (usage: string, t: Messages): string =>
  usage.replace(/\[(options|command)\]/g, (word) => t.placeholders[word] ?? word);

/** Help in the user's language; faults of usage are thrown and told by usage.ts. */
export function localizeHelp(command: Command, t: Messages): void {
  command
    .helpOption('-h, --help', t.options.help)
    .configureHelp({
      styleTitle: (title) => t.titles[title] ?? title,
      optionDescription: (option) => optionText(option, t),
      commandUsage: (one) => inWords(plain.commandUsage(one), t),
      subcommandTerm: (one) => inWords(plain.subcommandTerm(one), t),
      showGlobalOptions: false,
      displayWidth,
    })
    .helpCommand(false)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const child of command.commands) localizeHelp(child, t);
}

/** Examples below the options. */
export function withExamples(command: Command, t: Messages, examples: readonly string[]): Command {
  return command.addHelpText(
    'after',
    `\n${t.examples}\n${examples.map((line) => `  jiannuo ${line}\n`).join('')}`,
  );
}
