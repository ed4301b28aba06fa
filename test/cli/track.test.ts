import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badFolder, checkout, jiannuo, jsonLines } from './support/cli.js';

interface Line {
  readonly file: string;
  readonly error?: { readonly code: string };
  readonly verdict?: string;
  readonly item?: { readonly indicator: string };
  readonly evidence?: readonly { readonly file: string; readonly quote: string }[];
  readonly reasons?: readonly string[];
}

const folder = join(checkout, 'fixtures', 'tracking', 'documents');
const plan = join(folder, 'tanyuan-2023-agriculture-plan.txt');
const reports = ['tanyuan-2024-adjustment.txt', 'tanyuan-2024-agriculture-report.txt'].map((name) =>
  join(folder, name),
);

describe('track', () => {
  it('prints a line for each commitment, with both flags repeated', async () => {
    const [first = '', second = ''] = reports;
    const { code, stdout } = await jiannuo([
      'track',
      '--plan',
      plan,
      '--report',
      first,
      '--report',
      second,
      '--as-of',
      '2025-01-31',
      '--format',
      'jsonl',
    ]);
    const lines = jsonLines<Line>(stdout);
    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThanOrEqual(25);
    expect(lines.every(({ file }) => file === plan)).toBe(true);
    const grain = lines.find(({ item }) => item?.indicator === '粮食总产量');
    expect(grain).toMatchObject({
      verdict: 'met',
      evidence: [{ file: second, quote: '2024年粮食总产量达到45.8万吨' }],
      reasons: ['目标45万吨以上，2024年报告45.8万吨，已达到'],
    });
    expect(lines.find(({ item }) => item?.indicator === '农民专业合作社')?.verdict).toBe('changed');
  });

  it('shows a table with a summary, in English too', async () => {
    const args = ['track', '--plan', plan, '--report', ...reports, '--as-of', '2025-01-31'];
    const [chinese, english] = await Promise.all([jiannuo(args), jiannuo([...args, '--lang', 'en'])]);
    expect(chinese.stdout).toMatch(/结论\s+指标\s+目标\s+时限\s+佐证\s+理由/u);
    expect(chinese.stdout).toMatch(/截至 2025-01-31，承诺 \d+ 条：已达到 \d+/u);
    expect(english.stdout).toMatch(/as of 2025-01-31, \d+ commitments: met \d+/u);
  });

  it('gives a line to a plan that cannot be read, and still the others', async () => {
    const scan = join(badFolder, 'scan.pdf');
    const { code, stdout, stderr } = await jiannuo([
      'track',
      '--plan',
      scan,
      plan,
      '--report',
      ...reports,
      '--format',
      'jsonl',
    ]);
    const lines = jsonLines<Line>(stdout);
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({ file: scan, error: { code: 'file-no-text' } });
    expect(lines.length).toBeGreaterThan(20);
    expect(stderr).toContain('scan.pdf');
  });

  it('refuses a day that is none', async () => {
    const { code, stderr } = await jiannuo([
      'track',
      '--plan',
      plan,
      '--report',
      plan,
      '--as-of',
      '2025-02-30',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('as-of');
  });

  it('wants a plan and a report', async () => {
    const { code, stderr } = await jiannuo(['track', '--plan', plan]);
    expect(code).toBe(2);
    expect(stderr).toContain('--report');
  });
});
