import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';

/** A few changes: other bytes, a cut, a piece taken out or put in twice. */
function mutateBytes(bytes: Uint8Array, random: () => number): Buffer {
  let changed = Buffer.from(bytes);
  const changes = 1 + Math.floor(random() * 8);
  for (let i = 0; i < changes && changed.length > 0; i++) {
    const at = Math.floor(random() * changed.length);
    const kind = random();
    const other = Math.floor(random() * changed.length);
    if (kind < 0.5) changed[at] = Math.floor(random() * 256);
    else if (kind < 0.6) changed = changed.subarray(0, at);
    else if (kind < 0.85) changed = Buffer.concat([changed.subarray(0, at), changed.subarray(other)]);
    else changed.fill(random() < 0.5 ? 0xff : 0, at, at + 4 > changed.length ? changed.length : at + 4);
  }
  return changed;
}

const small = ({ originalSize }: UnzipFileInfo) => originalSize < 1_000_000;

/** A file changed from outside or, where it is a zip, as often in one of its parts, which a change from outside would but break. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || random() < 0.3) return mutateBytes(bytes, random);
  const parts = unzipSync(bytes, { filter: small });
  const names = Object.keys(parts);
  const name = names[Math.floor(random() * names.length)];
  const part = name === undefined ? undefined : parts[name];
  if (name === undefined || part === undefined) return mutateBytes(bytes, random);
  return zipSync({ ...parts, [name]: mutateBytes(part, random) }, { level: 1 });
}
