import { withExamples } from '../help.js';
import type { ServeOptions } from '../run/serve.js';
import type { Register } from './register.js';

export const registerServe: Register = (program, t, run) => {
  const command = program
    .command('serve')
    .description(t.commands.serve)
    .option('--port <n>', t.options.port)
    .option('--host <address>', t.options.host)
    .option('--no-worker', t.options.noWorker)
    .option('--data <folder>', t.options.data)
    .action((options: ServeOptions) =>
      run(async (context) => (await import('../run/serve.js')).runServe(context, options)),
    );
  withExamples(command, t, ['serve', 'serve --port 8080 --data ./台账数据']);
};
