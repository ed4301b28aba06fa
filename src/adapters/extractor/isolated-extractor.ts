import { formatBytes } from '../../app/ingest/byte-size.js';
import type { Examination, Extractor, TextToExtract } from '../../app/ports/extractor.js';
import { JiannuoError } from '../../domain/errors.js';
import type { DocumentFacts } from '../../track/ledger/document-facts.js';
import type { Held } from '../../track/ledger/held.js';
import { builtEntry, type PoolOptions, ProcessPool } from '../isolated/process-pool.js';
import type { Task } from '../isolated/watched-process.js';
import type { EngineReply, ExtractorRequest, ExtractReply, ItemsPart } from './protocol.js';

/** A search does not wait for a long text: by then it gets a process beside the one that is busy. */
const searchPatienceMs = 1_000;

/** Extracts in child processes, each with the dictionary of its own: `processes` of them, one is enough for most. */
export function createIsolatedExtractor(options: PoolOptions): Extractor {
  const pool = new ProcessPool(builtEntry('./child.js', import.meta.url), options);
  const { seconds, memoryBytes } = options;
  let engine: Promise<EngineReply> | undefined;

  const small = (request: ExtractorRequest): Task => {
    const failed = (reason: string, cause?: Error) =>
      new JiannuoError('internal', { reason: `${request.ask}: ${reason}` }, cause);
    return {
      request,
      tooLong: () => failed(`> ${seconds} s`),
      tooMuchMemory: () => failed(`> ${formatBytes(memoryBytes)}`),
      crashed: failed,
    };
  };

  const faultsOf = (file: string): Pick<Task, 'tooLong' | 'tooMuchMemory' | 'crashed'> => ({
    tooLong: () => new JiannuoError('extract-time-limit', { file, seconds }),
    tooMuchMemory: () => new JiannuoError('extract-memory-limit', { file, limit: formatBytes(memoryBytes) }),
    crashed: (reason, cause) => new JiannuoError('extract-crashed', { file, reason }, cause),
  });

  return {
    engine() {
      engine ??= pool.run(small({ ask: 'engine' })).then((reply) => reply as EngineReply);
      engine.catch(() => {
        engine = undefined;
      });
      return engine;
    },

    async words(text) {
      const reply = await pool.run(small({ ask: 'words', text }), { urgentAfterMs: searchPatienceMs });
      return reply as readonly string[];
    },

    async extract({ name: file, sha256, source }: TextToExtract, signal?: AbortSignal) {
      const parts: ItemsPart[] = [];
      const reply = await pool.run({
        request: { ask: 'extract', source, sha256 } satisfies ExtractorRequest,
        onPart: (part) => parts.push(part as ItemsPart),
        signal,
        ...faultsOf(file),
      });
      const { meta, engine: by, intentions, ...last } = reply as ExtractReply;
      const all = [...parts, last];
      return {
        meta,
        engine: by,
        intentions,
        items: all.flatMap(({ items }) => items),
        terms: all.flatMap(({ terms }) => terms),
      };
    },

    async examine({ name: file, sha256, source }: TextToExtract, signal?: AbortSignal) {
      const request: ExtractorRequest = { ask: 'examine', source, sha256 };
      return (await pool.run({ request, signal, ...faultsOf(file) })) as Examination;
    },

    async facts(document, signal) {
      const request: ExtractorRequest = { ask: 'facts', document };
      return (await pool.run({ request, signal, ...faultsOf(document.file) })) as DocumentFacts;
    },

    async news(document, plans, signal) {
      const request: ExtractorRequest = { ask: 'news', document, plans };
      return (await pool.run({ request, signal, ...faultsOf(document.file) })) as readonly Held[];
    },

    close: () => pool.close(),
  };
}
