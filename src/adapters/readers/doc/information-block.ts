import { phrase } from '../../../domain/phrase.js';
import { damaged, ReadFault } from '../reader.js';
import { CompoundFile } from '../shared/compound-file.js';
import { ByteReader } from './byte-reader.js';

const wordMagic = 0xa5ec;
/** Word 97; older ones lay their streams out in another way. */
const oldestVersion = 0xc1;
const flagsAt = 10;
const flags = { encrypted: 0x0100, secondTable: 0x0200 } as const;
const partsAt = 0x9a;

/** Places of structures in the file information block ([MS-DOC] 2.5.6), by their number in it. */
const parts = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** The stories of a document in the order of their characters. */
const stories = [
  ['main', 0x4c],
  ['footnotes', 0x50],
  ['headers', 0x54],
  ['macros', 0x58],
  ['comments', 0x5c],
  ['endnotes', 0x60],
  ['textBoxes', 0x64],
  ['headerTextBoxes', 0x68],
] as const;

export type Story = (typeof stories)[number][0];

/** The streams of a DOC and where in them things stand. */
export class WordFile {
  readonly main: ByteReader;
  readonly table: ByteReader;
  readonly data: ByteReader;

  /** Throws `file-encrypted`, `file-damaged`, and `file-format-unsupported` for versions before Word 97. */
  constructor(bytes: Uint8Array) {
    const file = new CompoundFile(bytes);
    this.main = new ByteReader(file.stream('WordDocument') ?? new Uint8Array());
    if (this.main.short(0) !== wordMagic)
      throw damaged(phrase('WordDocument 流的开头不对', 'the WordDocument stream begins wrongly'));
    if (this.main.short(2) < oldestVersion)
      throw new ReadFault('file-format-unsupported', {
        detected: phrase('Word 6.0/95 文档（DOC）', 'a Word 6.0/95 document (DOC)'),
        saveAs: 'DOCX',
      });
    const set = this.main.short(flagsAt);
    if ((set & flags.encrypted) !== 0) throw new ReadFault('file-encrypted');
    const table = file.stream((set & flags.secondTable) !== 0 ? '1Table' : '0Table');
    if (!table) throw damaged(phrase('缺少 Table 流', 'the Table stream is missing'));
    this.table = new ByteReader(table);
    this.data = new ByteReader(file.stream('Data') ?? new Uint8Array());
  }

  /** A structure of the table stream; null where the document has none. */
  part(name: keyof typeof parts): ByteReader | null {
    const [start, length] = this.#place(name);
    return length === 0 ? null : this.table.part(start, length);
  }

  /** A structure and what follows it: the levels of lists stand behind their table. */
  partOnward(name: keyof typeof parts): { readonly bytes: ByteReader; readonly length: number } | null {
    const [start, length] = this.#place(name);
    return length === 0 ? null : { bytes: this.table.part(start, this.table.length - start), length };
  }

  /** Where a story begins among the characters, and how many it has. */
  story(name: Story): { readonly start: number; readonly length: number } {
    let start = 0;
    for (const [story, at] of stories) {
      const length = this.main.long(at);
      if (story === name) return { start, length };
      start += length;
    }
    return { start, length: 0 };
  }

  #place(name: keyof typeof parts): [start: number, length: number] {
    const at = partsAt + parts[name] * 8;
    return [this.main.long(at), this.main.long(at + 4)];
  }
}
