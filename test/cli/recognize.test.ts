import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliResult, checkout, jsonLines } from './support/cli.js';

interface Line {
  readonly id: string | number | null;
  readonly spans?: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** Runs `recognize` over the chunks as they come through a pipe. */
function recognize(chunks: readonly (string | Buffer)[], args: readonly string[] = []): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(checkout, 'bin', 'jiannuo.js'), 'recognize', ...args], {
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    for (const chunk of chunks) child.stdin.write(chunk);
    child.stdin.end();
  });
}

const row = (id: unknown, text: unknown, ref?: unknown) => `${JSON.stringify({ id, text, ref })}\n`;

describe('recognize', () => {
  it('gives a line for each line, in order, whatever the chunks', async () => {
    const input = Buffer.from(
      `\uFEFF${row('a', '新建3所', null)}\r\n${row(2, '到2025年底达到92%以上', '2025-03-20')}${row('c', '')}`.replace(
        /\n/g,
        '\r\n',
      ),
    );
    const { code, stdout, stderr } = await recognize(
      Array.from({ length: input.length }, (_, i) => input.subarray(i, i + 1)),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = jsonLines<Line>(stdout);
    expect(lines.map(({ id }) => id)).toEqual(['a', 2, 'c']);
    expect(lines[0]?.spans?.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['quantity', 2, 4],
      ['number', 2, 3],
    ]);
    expect(lines[2]?.spans).toEqual([]);
  });

  it('tells a line that it cannot read in its place, reads the others, and ends with 1', async () => {
    const { code, stdout } = await recognize([
      'no json\n',
      row('b', 3),
      '[1]\nnull\n',
      row('e', '3所', 'soon'),
      row({ odd: true }, '4所'),
      Buffer.concat([Buffer.from('{"id":"g","text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('5所"}\n')]),
      '{"id":"h","text":"6所\\ud800"}',
    ]);
    expect(code).toBe(1);
    const lines = jsonLines<Line>(stdout);
    expect(lines.map(({ id, error }) => [id, error?.code])).toEqual([
      [null, 'line-not-json'],
      ['b', 'line-invalid'],
      [null, 'line-invalid'],
      [null, 'line-invalid'],
      ['e', 'line-invalid'],
      [null, 'line-invalid'],
      ['g', undefined],
      ['h', undefined],
    ]);
    expect(lines[0]?.error?.message).toContain('第 1 行');
    expect(lines[6]?.spans).toHaveLength(2);
  });

  it('drops a line that is too long without holding it, and goes on', async () => {
    const part = `"${'一'.repeat(1_000_000)}`;
    const { code, stdout } = await recognize([
      ...Array.from({ length: 8 }, () => part),
      '\n',
      row('b', '3所'),
    ]);
    expect(code).toBe(1);
    const [first, second] = jsonLines<Line>(stdout);
    expect(first?.error?.code).toBe('line-too-long');
    expect(second?.id).toBe('b');
  });
});
