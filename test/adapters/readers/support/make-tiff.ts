/** A picture of a TIFF: its fields by tag, SHORT or LONG as their size asks, and its strips. */
export interface TiffPicture {
  readonly fields: Readonly<Record<number, number | readonly number[] | Uint8Array>>;
  readonly strips: readonly Uint8Array[];
}

export interface TiffOptions {
  readonly bigEndian?: boolean;
  /** The list of pictures comes back to its first. */
  readonly ring?: boolean;
}

const stripOffsets = 273;
const stripBytes = 279;

/** A TIFF, byte by byte: strips first, then the lists of fields. */
export function makeTiff(pictures: readonly TiffPicture[], options: TiffOptions = {}): Buffer {
  const big = options.bigEndian ?? false;
  const parts: Buffer[] = [];
  let at = 8;
  const put = (bytes: Uint8Array): number => {
    const place = at;
    const even = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]);
    parts.push(even);
    at += even.length;
    return place;
  };
  const short = (value: number) => Buffer.from(big ? [value >> 8, value & 255] : [value & 255, value >> 8]);
  const long = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (big) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  };
  const directories: number[] = [];
  const links: Buffer[] = [];
  for (const { fields, strips } of pictures) {
    const all: Record<number, number | readonly number[] | Uint8Array> = {
      ...fields,
      [stripOffsets]: strips.map((strip) => put(strip)),
      [stripBytes]: strips.map((strip) => strip.length),
    };
    const entries = Object.entries(all).map(([tag, value]) => {
      if (value instanceof Uint8Array)
        return Buffer.concat([short(Number(tag)), short(7), long(value.length), long(put(value))]);
      const values = typeof value === 'number' ? [value] : value;
      const isLong = values.some((one) => one > 0xffff);
      const written = Buffer.concat(values.map(isLong ? long : short));
      const inline =
        written.length <= 4 ? Buffer.concat([written, Buffer.alloc(4 - written.length)]) : long(put(written));
      return Buffer.concat([short(Number(tag)), short(isLong ? 4 : 3), long(values.length), inline]);
    });
    const link = long(0);
    links.push(link);
    directories.push(at);
    const list = Buffer.concat([short(entries.length), ...entries]);
    parts.push(list, link);
    at += list.length + 4;
  }
  for (const [i, link] of links.entries()) {
    const next = directories[i + 1] ?? (options.ring ? directories[0] : 0) ?? 0;
    long(next).copy(link);
  }
  const head = Buffer.concat([Buffer.from(big ? 'MM\0*' : 'II*\0', 'latin1'), long(directories[0] ?? 0)]);
  return Buffer.concat([head, ...parts]);
}
