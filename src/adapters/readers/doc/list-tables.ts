import {
  type AbstractList,
  type Level,
  type List,
  type ListDefinitions,
  newLevel,
} from '../shared/list-model.js';
import type { ByteReader } from './byte-reader.js';
import type { WordFile } from './information-block.js';

/** Names of number formats in the order of their codes ([MS-OSHARED] 2.2.1.3), the same as in DOCX. */
const formats =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand ideographDigital'.split(
    ' ',
  );
const noNumber = 0xff;

const listSize = 28;
const levelSize = 28;
const overrideSize = 16;
const suffixes = ['tab', 'space', 'nothing'] as const;

/** Reads a level and says where it ends. */
function readLevel(bytes: ByteReader, at: number): { readonly level: Level; readonly end: number } {
  const code = bytes.byte(at + 4);
  const set = bytes.byte(at + 5);
  const textAt = at + levelSize + bytes.byte(at + 24) + bytes.byte(at + 25);
  const length = bytes.short(textAt);
  let text = '';
  for (let i = 0; i < length; i++) {
    const unit = bytes.short(textAt + 2 + i * 2);
    // A number of a level stands as its index.
    text += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const restart = (set & 0x08) !== 0 ? bytes.byte(at + 26) : null;
  const level: Level = {
    ...newLevel(),
    start: bytes.long(at),
    format: code === noNumber ? 'none' : (formats[code] ?? 'decimal'),
    text,
    suffix: suffixes[bytes.byte(at + 15)] ?? 'tab',
    legal: (set & 0x04) !== 0,
    restart,
  };
  return { level, end: textAt + 2 + length * 2 };
}

function readAbstractLists(file: WordFile): Map<string, AbstractList> {
  const lists = new Map<string, AbstractList>();
  const part = file.partOnward('lists');
  if (!part) return lists;
  const { bytes, length } = part;
  const count = bytes.short(0);
  let at = length;
  for (let i = 0; i < count && 2 + (i + 1) * listSize <= length; i++) {
    const head = 2 + i * listSize;
    const levels = new Map<number, Level>();
    const isSimple = (bytes.byte(head + 26) & 1) === 1;
    for (let index = 0; index < (isSimple ? 1 : 9); index++) {
      const { level, end } = readLevel(bytes, at);
      levels.set(index, level);
      at = end;
    }
    lists.set(String(bytes.long(head)), { levels, styleLink: null });
  }
  return lists;
}

function readOverrides(file: WordFile): Map<string, List> {
  const lists = new Map<string, List>();
  const bytes = file.part('listOverrides');
  if (!bytes) return lists;
  const count = Math.min(bytes.long(0), Math.floor((bytes.length - 4) / overrideSize));
  let at = 4 + count * overrideSize;
  for (let i = 0; i < count; i++) {
    const head = 4 + i * overrideSize;
    const list: List = {
      abstractId: String(bytes.long(head)),
      startOverrides: new Map(),
      levelOverrides: new Map(),
    };
    lists.set(String(i + 1), list);
    const overridden = bytes.byte(head + 12);
    at += 4;
    for (let k = 0; k < overridden; k++) {
      const set = bytes.long(at + 4);
      const index = set & 0xf;
      const start = bytes.long(at);
      at += 8;
      if ((set & 0x20) !== 0) {
        const { level, end } = readLevel(bytes, at);
        list.levelOverrides.set(index, level);
        at = end;
      } else if ((set & 0x10) !== 0) list.startOverrides.set(index, start);
    }
  }
  return lists;
}

/** The lists of a document. Their numbers are counted when their paragraphs come. */
export function readListTables(file: WordFile): ListDefinitions {
  return { abstractLists: readAbstractLists(file), lists: readOverrides(file) };
}
