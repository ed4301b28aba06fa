import { Option } from 'commander';
import { documentStatuses } from '../../domain/document.js';
import { withExamples } from '../help.js';
import type { DocumentsOptions } from '../run/documents.js';
import type { Register } from './register.js';

export const registerDocuments: Register = (program, t, run) => {
  const o = t.options;
  const command = program
    .command('documents')
    .description(t.commands.documents)
    .addOption(new Option('--status <status>', o.status).choices(documentStatuses))
    .option('--limit <n>', o.limit, '50')
    .option('--cursor <mark>', o.cursor)
    .addOption(
      new Option('-f, --format <format>', o.format).choices(['table', 'csv', 'jsonl']).default('table'),
    )
    .option('--bom', o.bom)
    .option('--data <folder>', o.data)
    .action((options: DocumentsOptions) =>
      run(async (context) => (await import('../run/documents.js')).runDocuments(context, options)),
    );
  withExamples(command, t, ['documents', 'documents --status failed', 'documents --format csv > 文档.csv']);
};
