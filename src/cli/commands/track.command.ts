import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { TrackOptions } from '../run/track.js';
import type { Register } from './register.js';

export const registerTrack: Register = (program, t, run) => {
  const command = program
    .command('track')
    .description(t.commands.track)
    .requiredOption('--plan <files...>', t.options.plan)
    .requiredOption('--report <files...>', t.options.report)
    .option('--as-of <day>', t.options.asOf)
    .addOption(
      new Option('-f, --format <format>', t.options.format).choices(['table', 'jsonl']).default('table'),
    )
    .action((options: TrackOptions) =>
      run(async (context) => (await import('../run/track.js')).runTrack(context, options)),
    );
  withExamples(command, t, [
    'track --plan 方案.pdf --report 总结.docx --as-of 2026-01-31',
    'track --plan 2025年政府工作报告.txt --report 2026年政府工作报告.txt --format jsonl > 对照.jsonl',
    'track --plan 方案.pdf 调整通知.pdf --report ./2025年报告',
  ]);
};
