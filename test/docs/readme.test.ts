import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { zh } from '../../src/cli/messages/zh.js';
import { buildProgram } from '../../src/cli/program.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readmes = ['README.md', 'README.zh-CN.md'];
const commandPages = [...readmes, 'docs/zh/guide.md', 'bench/README.md'];

const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const { commands } = buildProgram('zh', zh);

/** Pages of the repository; those not yet in git too, so that a slip is seen before it is committed. */
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));

const withoutBlocks = (page: string) => page.replace(/```[\s\S]*?```/gu, '');
const headings = (page: string) =>
  [...withoutBlocks(page).matchAll(/^(#{1,6}) /gmu)].map(([, marks = '']) => marks.length);

describe('the READMEs', () => {
  it('have the same sections in both languages', () => {
    const [english = [], chinese = []] = readmes.map((path) => headings(read(path)));
    expect(chinese).toEqual(english);
  });

  it('have the same blocks of commands and output in both languages', () => {
    const [english, chinese] = readmes.map((path) => read(path).match(/```(?:sh)?\n[\s\S]*?```/gu)?.length);
    expect(chinese).toBe(english);
  });

  it('name every command', () => {
    for (const path of readmes)
      for (const command of commands) expect(read(path), path).toContain(`| \`${command.name()}`);
  });
});

describe.each(commandPages)('%s', (path) => {
  const page = read(path);

  it('names only scripts that package.json has', () => {
    const named = [...page.matchAll(/npm (?:run (?:-s )?)([\w:-]+)/gu)].map(([, script = '']) => script);
    expect(named.filter((script) => script !== 'rebuild' && scripts[script] === undefined)).toEqual([]);
  });

  it('names only commands and options that the program has', () => {
    const calls = [...page.matchAll(/(?:npm run -s jiannuo -- |\bjiannuo )([a-z]+)([^\n`|]*)/gu)];
    for (const [call, name, rest = ''] of calls) {
      const command = commands.find((each) => each.name() === name);
      expect(command, call).toBeDefined();
      const options = ['--lang', '--help', ...(command?.options.map(({ long }) => long) ?? [])];
      const subcommands = command?.commands.flatMap((each) => each.options.map(({ long }) => long)) ?? [];
      for (const [option] of rest.matchAll(/--[a-z][a-z-]+/gu))
        expect([...options, ...subcommands], call).toContain(option);
    }
  });
});

describe.each(pages)('%s', (path) => {
  const page = read(path);

  it('names no machine, no folder of one and no registry', () => {
    expect(page).not.toMatch(/\/(?:home|root|work|tmp|Users)\/|[A-Z]:\\|registry\.|:\d{4}\/simple/u);
  });

  it('links to files that are there', () => {
    const links = [...withoutBlocks(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/gu)];
    for (const [link, target = ''] of links)
      expect(existsSync(join(root, dirname(path), target)), link).toBe(true);
  });
});
