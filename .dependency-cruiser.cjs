// Layers: domain <- text <- extract <- track <- app <- adapters <- api, workers, cli, library.
// A folder may import those to its left only. compose.ts wires everything and stands beside the entries.
const layers = ['src/domain', 'src/text', 'src/extract', 'src/track', 'src/app', 'src/adapters'];
const entries = ['src/api', 'src/cli', 'src/library', 'workers'];
const inner = layers.map((from, i) => ({
  name: `${from.slice(4)}-looks-inward-only`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: [...layers.slice(i + 1), ...entries, 'src/compose.ts'].map((p) => `^${p}(/|$)`) },
}));
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
    ...inner,
    {
      name: 'pure-core',
      comment: 'domain, text, extract and track do no I/O: no files, no network, no database.',
      severity: 'error',
      from: { path: '^src/(domain|text|extract|track)/' },
      to: {
        path: [
          '^(node:)?(fs|net|http|https|child_process|worker_threads)',
          'mongoose',
          'better-sqlite3',
          'ioredis',
          'bullmq',
          'fastify',
        ],
      },
    },
    {
      name: 'adapters-apart',
      comment: 'An adapter of one profile never leans on the other: sqlite and mongo, embedded and bullmq.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/([^/]+)/' },
      to: { path: '^src/adapters/$1/[^/]+/', pathNot: ['^src/adapters/$1/$2/', '^src/adapters/$1/shared/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
