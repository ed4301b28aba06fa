import { type Command, Option } from 'commander';
import { roles } from '../../domain/people.js';
import { withExamples } from '../help.js';
import type { Messages } from '../messages/index.js';
import type { NewUserOptions, UserListOptions } from '../run/user.js';
import type { Register } from './register.js';

/** Options that bind a role to rows. */
export const withBindings = (command: Command, { options: o }: Messages): Command =>
  command
    .addOption(new Option('--role <role>', o.role).choices(roles).makeOptionMandatory())
    .option('--unit <name...>', o.boundUnit)
    .option('--proposal <id...>', o.boundProposal);

export const registerUser: Register = (program, t, run) => {
  const o = t.options;
  const user = program.command('user').description(t.commands.user);
  const list = user
    .command('list', { isDefault: true })
    .description(t.commands.userList)
    .addOption(new Option('-f, --format <format>', o.format).choices(['table', 'jsonl']).default('table'))
    .option('--data <folder>', o.data)
    .action((options: UserListOptions) =>
      run(async (context) => (await import('../run/user.js')).runUsers(context, options)),
    );
  const add = withBindings(user.command('add <login>').description(t.commands.userAdd), t)
    .option('--name <name>', o.userName)
    .option('--data <folder>', o.data)
    .action((login: string, options: NewUserOptions) =>
      run(async (context) => (await import('../run/user.js')).runAddUser(context, login, options)),
    );
  const link = user
    .command('link <login>')
    .description(t.commands.userLink)
    .option('--data <folder>', o.data)
    .action((login: string, options: { data?: string }) =>
      run(async (context) => (await import('../run/user.js')).runUserLink(context, login, options)),
    );
  const disable = user
    .command('disable <login>')
    .description(t.commands.userDisable)
    .option('--data <folder>', o.data)
    .action((login: string, options: { data?: string }) =>
      run(async (context) => (await import('../run/user.js')).runDisableUser(context, login, options)),
    );
  withExamples(list, t, ['user list', 'user list --format jsonl']);
  withExamples(add, t, [
    'user add zhang --role administrator',
    'user add jiaoyuju --role unit --unit 市教育局',
  ]);
  withExamples(link, t, ['user link zhang']);
  withExamples(disable, t, ['user disable zhang']);
  withExamples(user, t, ['user', 'user add zhang --role administrator', 'user link zhang']);
};
