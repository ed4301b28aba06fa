import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A word with its part of speech in the ICTCLAS tag set (n, v, vn, m, q, t, ns, nt …). */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

export interface Segmenter {
  /** `name@version`, part of the engine version. */
  readonly id: string;
  cut(text: string): string[];
  tag(text: string): TaggedWord[];
}

const require = createRequire(import.meta.url);

interface NodeJieba {
  load(dictionaries: { readonly idfDict: string }): void;
  cut(text: string, strict: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
}

function nodejieba(): Segmenter {
  const jieba = require('nodejieba') as NodeJieba;
  // The weights of words are for finding keywords, which nobody here does: a quarter of the time that loading takes.
  jieba.load({ idfDict: fileURLToPath(new URL('./no-weights.idf.utf8', import.meta.url)) });
  const { version } = require('nodejieba/package.json') as { version: string };
  return { id: `nodejieba@${version}`, cut: (text) => jieba.cut(text, true), tag: (text) => jieba.tag(text) };
}

function nodeRsJieba(): Segmenter {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  const { version } = require('@node-rs/jieba/package.json') as { version: string };
  const jieba = Jieba.withDict(dict);
  return {
    id: `node-rs-jieba@${version}`,
    cut: (text) => jieba.cut(text, true),
    tag: (text) => jieba.tag(text),
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface SegmenterReport {
  readonly segmenter: Segmenter;
  /** Why nodejieba is not the one in use, or null. */
  readonly fallbackReason: string | null;
}

let loaded: SegmenterReport | undefined;

/**
 * The segmenter of this process, loaded once at first use (the dictionary takes about a second and 300 MiB).
 * nodejieba is a native module compiled at install; where that failed the prebuilt @node-rs/jieba takes over.
 */
export function loadSegmenter(): SegmenterReport {
  if (loaded) return loaded;
  try {
    loaded = { segmenter: nodejieba(), fallbackReason: null };
  } catch (error) {
    loaded = {
      segmenter: nodeRsJieba(),
      fallbackReason: reasonOf(error),
    };
  }
  return loaded;
}
