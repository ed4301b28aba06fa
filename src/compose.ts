import type { DocumentReader } from './app/ports/document-reader.js';
import type { Tokenize } from './app/ports/ledger-store.js';
import type { Config } from './config.js';
import { JiannuoError } from './domain/errors.js';
import { searchTokens } from './text/segment/search-tokens.js';
import { loadSegmenter, type Segmenter } from './text/segment/segmenter.js';

/** The ports of one process, each opened at first use and closed together. */
export interface Composition {
  readonly config: Config;
  reader(): Promise<DocumentReader>;
  segmenter(): Segmenter;
  close(): Promise<void>;
}

/** Runs `open` once, when it is first asked for. */
function once<T>(open: () => T): { get: () => T; opened: () => T | undefined } {
  let value: { it: T } | undefined;
  return {
    get: () => {
      value ??= { it: open() };
      return value.it;
    },
    opened: () => value?.it,
  };
}

const tokenize: Tokenize = (text) => searchTokens(loadSegmenter().segmenter, text);

/** Wires the adapters of the profile that the configuration names. */
export function compose(config: Config): Composition {
  void tokenize;
  const reader = once(async (): Promise<DocumentReader> => {
    const { textReader } = await import('./adapters/readers/text/text.reader.js');
    return {
      read: async ({ name, bytes }) => {
        try {
          return await textReader.read(bytes, name);
        } catch (error) {
          throw new JiannuoError('file-garbled', { file: name }, error);
        }
      },
      close: async () => {},
    };
  });
  return {
    config,
    reader: reader.get,
    segmenter: () => loadSegmenter().segmenter,
    close: async () => {
      await (await reader.opened())?.close();
    },
  };
}
