import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/cli/messages/index.js';
import { buildProgram } from '../../src/cli/program.js';
import { reportUsage } from '../../src/cli/usage.js';
import type { Language } from '../../src/domain/phrase.js';
import { jiannuo } from './support/cli.js';

const commands = [
  'extract',
  'explain',
  'check',
  'text',
  'track',
  'recognize',
  'ingest',
  'list',
  'show',
  'decide',
  'claim',
  'due',
  'history',
  'audit',
  'documents',
  'jobs',
  'migrate',
  'backup',
  'restore',
  'serve',
  'work',
  'doctor',
];

/** The help of a command, as `--help` prints it. */
function helpOf(path: string, language: Language = 'zh'): string {
  let command = buildProgram(language, messagesIn(language));
  for (const name of path.split(' ').slice(1)) {
    command = command.commands.find((one) => one.name() === name) ?? command;
  }
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

/** Every command by the words that call it. */
function pathsOf(command: Command, path: string): string[] {
  return [path, ...command.commands.flatMap((one) => pathsOf(one, `${path} ${one.name()}`))];
}
const paths = pathsOf(buildProgram('zh', messagesIn('zh')), 'jiannuo');
const withoutExamples = (help: string, title: string) =>
  help.replace(new RegExp(`\\n${title}\\n(?:  jiannuo .*\\n)+`), '\n');

/** Names of flags, values, placeholders, commands, variables, formats and products. */
const technical =
  /--?[a-z][a-z-]*|<[^>]+>|（[\w|\s.-]+）|（默认 [^）]+）|^ {2}[a-z]+ |\b(?:jiannuo|JIANNUO_\w+|LANG|CSV|BOM|Excel|HTTP|API|JSON|relevance|deadline|document|text)\b|(?:ctrl\+c)/gimu;

describe('help', () => {
  it('names every command, in Chinese', async () => {
    const { code, stdout } = await jiannuo(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('命令：');
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it.each(paths)('of %s has examples in both languages', (path) => {
    expect(helpOf(path)).toMatch(new RegExp(`^用法：[^]*示例：\\n  ${path}`));
    expect(helpOf(path, 'en')).toMatch(new RegExp(`^Usage:[^]*Examples:\\n  ${path}`));
  });

  it.each(paths)('of %s speaks English alone but for names of files and what documents say', (path) => {
    expect(withoutExamples(helpOf(path, 'en'), 'Examples:')).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(paths)('of %s speaks Chinese alone but for technical names', (path) => {
    const help = withoutExamples(helpOf(path), '示例：').replace(path, ' ').replace(technical, ' ');
    expect(help.match(/[a-z]{2,}/gi)).toBeNull();
  });

  it('says what the exit status means', () => {
    expect(helpOf('jiannuo')).toMatch(/退出码：\n {2}0 .*\n {2}1 .*\n {2}2 /);
    expect(helpOf('jiannuo', 'en')).toMatch(/Exit status:\n {2}0 .*\n {2}1 .*\n {2}2 /);
  });

  it('is English by flag and by locale', async () => {
    const [flag, locale] = await Promise.all([
      jiannuo(['list', '--help', '--lang', 'en']),
      jiannuo(['list', '--help'], { LANG: 'en_US.UTF-8' }),
    ]);
    expect(flag.stdout).toContain('Examples:');
    expect(locale.stdout).toBe(flag.stdout);
  });

  it('prints the version', async () => {
    expect((await jiannuo(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** The exit status and what is told for wrong usage, without a process. */
async function usage(args: readonly string[]): Promise<{ status: number; told: string }> {
  const t = messagesIn('zh');
  const write = process.stderr.write;
  let told = '';
  process.stderr.write = ((part: string) => {
    told += part;
    return true;
  }) as typeof write;
  try {
    await buildProgram('zh', t).parseAsync(['node', 'jiannuo', ...args]);
    return { status: 0, told };
  } catch (thrown) {
    const status = reportUsage(thrown, t);
    return { status, told };
  } finally {
    process.stderr.write = write;
  }
}

describe('wrong usage', () => {
  it.each([
    [['extract'], '缺少参数：files'],
    [['shwo'], '没有这个命令：shwo'],
    [['list', '--untit', 'x'], '没有这个选项：--untit'],
    [['list', '--stance', 'promise'], '值不对：--stance <stance> promise'],
    [['list', '--unit'], '选项后面缺少值'],
  ])('%j is told with status 2', async (args, message) => {
    const { status, told } = await usage(args);
    expect(status).toBe(2);
    expect(told).toContain(message);
  });

  it('ends the process with that status', async () => {
    const { code, stdout, stderr } = await jiannuo(['shwo']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('shwo');
  });

  it('names the wrong variable of the environment', async () => {
    const { code, stderr } = await jiannuo(['list'], { JIANNUO_PORT: 'eighty' });
    expect(code).toBe(1);
    expect(stderr).toContain('JIANNUO_PORT');
  });
});
