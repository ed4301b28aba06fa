import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { NewTokenOptions, UserListOptions } from '../run/user.js';
import type { Register } from './register.js';
import { withBindings } from './user.command.js';

export const registerToken: Register = (program, t, run) => {
  const o = t.options;
  const token = program.command('token').description(t.commands.token);
  const list = token
    .command('list', { isDefault: true })
    .description(t.commands.tokenList)
    .addOption(new Option('-f, --format <format>', o.format).choices(['table', 'jsonl']).default('table'))
    .option('--data <folder>', o.data)
    .action((options: UserListOptions) =>
      run(async (context) => (await import('../run/token.js')).runTokens(context, options)),
    );
  const add = withBindings(token.command('add').description(t.commands.tokenAdd), t)
    .option('--name <name>', o.tokenName)
    .option('--days <n>', o.lastsDays, '365')
    .option('--data <folder>', o.data)
    .action((options: NewTokenOptions) =>
      run(async (context) => (await import('../run/token.js')).runAddToken(context, options)),
    );
  const remove = token
    .command('remove <id>')
    .description(t.commands.tokenRemove)
    .option('--data <folder>', o.data)
    .action((id: string, options: { data?: string }) =>
      run(async (context) => (await import('../run/token.js')).runRemoveToken(context, id, options)),
    );
  withExamples(list, t, ['token list']);
  withExamples(add, t, ['token add --role viewer --name 智慧人大平台', 'token add --role editor --days 90']);
  withExamples(remove, t, ['token remove 00000000-0000-0000-0000-000000000000']);
  withExamples(token, t, ['token', 'token add --role viewer']);
};
