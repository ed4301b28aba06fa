import { clearLine, cursorTo } from 'node:readline';
import { SingleBar } from 'cli-progress';
import type { Ingested } from '../../app/ingest/ingest-file.js';
import type { StoredDocument } from '../../domain/document.js';
import type { JiannuoError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { oneLine } from './escape.js';
import { write } from './stdout.js';
import { messageFor, warningsIn } from './told.js';

/** A bar on standard error at a terminal, else nothing. */
function progressBar(
  title: string,
  wanted: boolean,
): {
  total(n: number): void;
  done(n: number): void;
  stop(): void;
  around(print: () => Promise<void>): Promise<void>;
} {
  if (!wanted || !process.stderr.isTTY) {
    return { total: () => {}, done: () => {}, stop: () => {}, around: (print) => print() };
  }
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(0, 0);
  return {
    total: (n) => bar.setTotal(n),
    done: (n) => bar.update(n),
    stop: () => bar.stop(),
    around: async (print) => {
      clearLine(process.stderr, 0);
      cursorTo(process.stderr, 0);
      await print();
      bar.updateETA();
    },
  };
}

/** One line a file as it is settled, a summary at the end. */
export function ingestReport(context: Context, progress: boolean) {
  const t = context.t.ingest;
  const counts = { done: 0, again: 0, queued: 0, failed: 0 };
  const since = performance.now();
  const bar = progressBar(t.bar, progress);
  let found = 0;
  let settled = 0;
  const line = async (text: string): Promise<void> => {
    settled += 1;
    await bar.around(() => write(`${oneLine(text)}\n`));
    bar.done(settled);
  };
  return {
    /** Passes files on and counts them for the bar. */
    async *counting<T>(files: AsyncIterable<T>): AsyncGenerator<T> {
      for await (const file of files) {
        found += 1;
        bar.total(found);
        yield file;
      }
    },
    /** One file turned out to hold this many documents. */
    unpacked(documents: number): void {
      found += documents - 1;
      bar.total(found);
    },
    async failed(name: string, fault: JiannuoError): Promise<void> {
      counts.failed += 1;
      await line(t.failed(messageFor(name, fault.toJSON(), context.language)));
    },
    async again(name: string, first: string, id: string): Promise<void> {
      counts.again += 1;
      await line(t.again(name, first, id));
    },
    async accepted(name: string, { document, job }: Ingested): Promise<void> {
      counts.queued += 1;
      await line(job ? t.queued(name, document.id) : t.unqueued(name, document.id));
    },
    async worked(name: string, document: StoredDocument): Promise<void> {
      if (document.status === 'failed') {
        counts.failed += 1;
        await line(t.failed(document.fault ? messageFor(name, document.fault, context.language) : name));
        return;
      }
      counts.done += 1;
      const { commitments, achievements } = document.counts ?? { commitments: 0, achievements: 0 };
      await line(t.done(name, commitments, achievements, document.id));
      for (const { message } of warningsIn(document.warnings, context.language)) {
        await bar.around(() => write(`${oneLine(context.t.warningLine(name, message))}\n`));
      }
    },
    /**
     * The summary; gives the exit status.
     * @param untracked documents that are left to be held against the others
     */
    async end(untracked: number): Promise<number> {
      bar.stop();
      if (untracked > 0) await write(`${t.untracked(untracked)}\n`);
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      await write(`${t.summary({ ...counts, seconds })}\n`);
      return counts.failed > 0 ? 1 : 0;
    },
  };
}
