import { Option } from 'commander';
import { withExamples } from '../help.js';
import type { JobsOptions } from '../run/jobs.js';
import type { Register } from './register.js';

export const registerJobs: Register = (program, t, run) => {
  const o = t.options;
  const jobs = program.command('jobs').description(t.commands.jobs);
  const list = jobs
    .command('list', { isDefault: true })
    .description(t.commands.jobsList)
    .option('--dead', o.dead)
    .addOption(
      new Option('--status <status>', o.status)
        .choices(['waiting', 'delayed', 'running', 'done', 'dead'])
        .conflicts('dead'),
    )
    .option('--kind <kind>', o.jobKind)
    .option('--limit <n>', o.limit, '50')
    .addOption(new Option('-f, --format <format>', o.format).choices(['table', 'jsonl']).default('table'))
    .option('--data <folder>', o.data)
    .action((options: JobsOptions) =>
      run(async (context) => (await import('../run/jobs.js')).runJobs(context, options)),
    );
  const retry = jobs
    .command('retry <id>')
    .description(t.commands.jobsRetry)
    .option('--data <folder>', o.data)
    .action((id: string, options: { data?: string }) =>
      run(async (context) => (await import('../run/jobs.js')).runRetry(context, id, options)),
    );
  withExamples(list, t, [
    'jobs list',
    'jobs list --status running --kind document.read',
    'jobs list --dead --format jsonl',
  ]);
  withExamples(retry, t, ['jobs retry document.read-0123456789abcdef01234567']);
  withExamples(jobs, t, ['jobs', 'jobs --dead', 'jobs retry document.read-0123456789abcdef01234567']);
};
