import { type Command, Option } from 'commander';
import { withExamples } from '../help.js';
import type { Messages } from '../messages/index.js';
import type { FollowUpOptions } from '../run/follow-up.js';
import type { Register } from './register.js';

const withCommon = (
  command: Command,
  t: Messages,
  formats: readonly FollowUpOptions['format'][] = ['table', 'jsonl'],
): Command =>
  command
    .addOption(new Option('-f, --format <format>', t.options.format).choices(formats).default('table'))
    .option('--data <folder>', t.options.data);

export const registerDue: Register = (program, t, run) => {
  const command = withCommon(
    program
      .command('due')
      .description(t.commands.due)
      .option('--days <n>', t.options.days, '30')
      .option('--as-of <day>', t.options.asOf),
    t,
    ['table', 'jsonl', 'ics'],
  ).action((options: FollowUpOptions) =>
    run(async (context) => (await import('../run/follow-up.js')).runDue(context, options)),
  );
  withExamples(command, t, [
    'due',
    'due --days 90 --as-of 2025-10-01',
    'due --format jsonl',
    'due --days 366 --format ics',
  ]);
};

export const registerHistory: Register = (program, t, run) => {
  const command = withCommon(
    program
      .command('history <indicator>')
      .description(t.commands.history)
      .option('--place <name>', t.options.place),
    t,
  ).action((indicator: string, options: FollowUpOptions) =>
    run(async (context) => (await import('../run/follow-up.js')).runHistory(context, indicator, options)),
  );
  withExamples(command, t, ['history 县域就诊率', 'history 护理型床位占比 --place 浔岭县 --format jsonl']);
};

export const registerAudit: Register = (program, t, run) => {
  const command = withCommon(
    program.command('audit').description(t.commands.audit).option('--as-of <day>', t.options.asOf),
    t,
  ).action((options: FollowUpOptions) =>
    run(async (context) => (await import('../run/follow-up.js')).runAudit(context, options)),
  );
  withExamples(command, t, ['audit', 'audit --as-of 2026-01-31 --format jsonl']);
};
