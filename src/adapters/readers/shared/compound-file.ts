import { phrase } from '../../../domain/phrase.js';
import { damaged } from '../reader.js';

const headerSize = 512;
const entrySize = 128;
const headerFatEntries = 109;
/** Sector numbers from here on are signs: free, end of chain, table. */
const firstSign = 0xfffffffa;

const noEntry = 0xffffffff;
const kinds = { storage: 1, stream: 2, root: 5 } as const;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Whether a used entry of the directory names one that is not there: what else it says is not to be trusted then. */
const pointsNowhere = ({ kind, left, right, child }: Entry, count: number) =>
  kind !== 0 && [left, right, child].some((at) => at !== noEntry && at >= count);

const broken = () =>
  damaged(phrase('OLE 容器的扇区表有误', 'the sector table of its OLE container is wrong'));

/**
 * The streams at the root of an OLE compound file ([MS-CFB]). Nothing in it is believed: chains end after as many steps
 * as the file has sectors, and a stream is as long as its sectors at most.
 */
export class CompoundFile {
  readonly #data: DataView;
  readonly #bytes: Uint8Array;
  readonly #sectorSize: number;
  readonly #miniSectorSize: number;
  readonly #miniCutoff: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #miniStream: Uint8Array;
  readonly #streams = new Map<string, Entry>();
  readonly #names: string[] = [];

  constructor(bytes: Uint8Array) {
    if (bytes.length < headerSize) throw broken();
    this.#bytes = bytes;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#data.getUint16(30, true);
    const miniShift = this.#data.getUint16(32, true);
    if ((shift !== 9 && shift !== 12) || miniShift < 2 || miniShift >= shift) throw broken();
    this.#sectorSize = 1 << shift;
    this.#miniSectorSize = 1 << miniShift;
    this.#miniCutoff = this.#data.getUint32(56, true);
    this.#fat = this.#readFat();
    const entries = this.#readDirectory();
    const root = entries.find(({ kind }) => kind === kinds.root);
    if (!root || entries.some((entry) => pointsNowhere(entry, entries.length))) throw broken();
    this.#miniFat = numbersOf(this.#chain(this.#data.getUint32(60, true)));
    this.#miniStream = this.#chain(root.start);
    this.#collectStreams(entries, root.child);
  }

  /** Names of the streams and storages at the root, lower case. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** A stream by its name, whatever its case; null where there is none. */
  stream(name: string): Uint8Array | null {
    const entry = this.#streams.get(name.toLowerCase());
    if (!entry) return null;
    const content = entry.size < this.#miniCutoff ? this.#miniChain(entry.start) : this.#chain(entry.start);
    return content.subarray(0, Math.min(entry.size, content.length));
  }

  get #sectorCount(): number {
    return Math.ceil(this.#bytes.length / this.#sectorSize);
  }

  #sector(number: number): Uint8Array {
    const at = (number + 1) * this.#sectorSize;
    if (number >= firstSign || at >= this.#bytes.length) throw broken();
    return this.#bytes.subarray(at, at + this.#sectorSize);
  }

  #readFat(): Uint32Array {
    const places: number[] = [];
    for (let i = 0; i < headerFatEntries; i++) places.push(this.#data.getUint32(76 + i * 4, true));
    let next = this.#data.getUint32(68, true);
    for (let steps = 0; next < firstSign && steps < this.#sectorCount; steps++) {
      const more = numbersOf(this.#sector(next));
      places.push(...more.subarray(0, -1));
      next = more.at(-1) ?? firstSign;
    }
    const used = places.filter((place) => place < firstSign).slice(0, this.#sectorCount);
    const perSector = this.#sectorSize / 4;
    const fat = new Uint32Array(used.length * perSector).fill(0xffffffff);
    for (const [i, place] of used.entries()) fat.set(numbersOf(this.#sector(place)), i * perSector);
    return fat;
  }

  /** Sectors of a chain put together. The file's last sector may be short. */
  #chain(start: number): Uint8Array {
    const sectors: Uint8Array[] = [];
    let at = start;
    while (at < firstSign) {
      if (sectors.length > this.#sectorCount) throw broken();
      sectors.push(this.#sector(at));
      at = this.#fat[at] ?? 0xffffffff;
    }
    return Buffer.concat(sectors);
  }

  #miniChain(start: number): Uint8Array {
    const size = this.#miniSectorSize;
    const most = Math.ceil(this.#miniStream.length / size);
    const sectors: Uint8Array[] = [];
    let at = start;
    while (at < firstSign) {
      if (sectors.length > most || at >= most) throw broken();
      sectors.push(this.#miniStream.subarray(at * size, (at + 1) * size));
      at = this.#miniFat[at] ?? 0xffffffff;
    }
    return Buffer.concat(sectors);
  }

  #readDirectory(): Entry[] {
    const bytes = this.#chain(this.#data.getUint32(48, true));
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + entrySize <= bytes.length; at += entrySize) {
      const nameBytes = Math.min(Math.max(data.getUint16(at + 64, true) - 2, 0), 62);
      entries.push({
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes)),
        kind: data.getUint8(at + 66),
        left: data.getUint32(at + 68, true),
        right: data.getUint32(at + 72, true),
        child: data.getUint32(at + 76, true),
        start: data.getUint32(at + 116, true),
        size: data.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  /** Only what stands at the root: embedded objects have streams of the same names in storages of their own. */
  #collectStreams(entries: readonly Entry[], first: number): void {
    const open = [first];
    const seen = new Set<number>();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const entry = entries[at];
      if (!entry || seen.has(at)) continue;
      seen.add(at);
      if (entry.kind === kinds.stream || entry.kind === kinds.storage)
        this.#names.push(entry.name.toLowerCase());
      if (entry.kind === kinds.stream) this.#streams.set(entry.name.toLowerCase(), entry);
      open.push(entry.left, entry.right);
    }
  }
}

/** Copied first: what comes in may lie anywhere in a larger buffer. */
function numbersOf(sector: Uint8Array): Uint32Array {
  const copy = new Uint8Array(sector.length - (sector.length % 4));
  copy.set(sector.subarray(0, copy.length));
  return new Uint32Array(copy.buffer);
}
