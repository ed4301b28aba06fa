import { crc32, inflateRawSync } from 'node:zlib';
import { phrase } from '../../../domain/phrase.js';
import { damaged, ReadFault } from '../reader.js';
import { packedBytes, readZipDirectory, type ZipEntry } from '../shared/zip-directory.js';
import type { Container, Member } from './container.js';
import { isLitterPath, memberPath, shownPath } from './member-path.js';

const stored = 0;
const deflated = 8;

/** An archive: each file a member, the folders in its path. */
export const zipContainer: Container = {
  takes: 'zip',
  *members(bytes, budget) {
    const files = [...readZipDirectory(bytes).values()].filter(({ name }) => !/[\\/]$/.test(name));
    refuseOverlaps(files);
    // What they claim binds: a file that unpacks to more is damaged, so that a bomb is known before it is lit.
    budget.open(
      files.length,
      files.reduce((sum, { claimedSize }) => sum + claimedSize, 0),
    );
    for (const file of files) if (!isLitterPath(file.name)) yield member(bytes, file);
  },
};

function member(bytes: Uint8Array, entry: ZipEntry): Member {
  try {
    const path = memberPath(entry.name);
    if (entry.link)
      throw new ReadFault('container-path-unsafe', { reason: phrase('是指向别处的链接', 'it is a link') });
    return { path, bytes: unpacked(bytes, entry) };
  } catch (thrown) {
    if (!(thrown instanceof ReadFault)) throw thrown;
    return { path: shownPath(entry.name), fault: thrown };
  }
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const content = inflated(packedBytes(bytes, entry), entry);
  if (content.length !== entry.claimedSize)
    throw damaged(phrase('解压出的长度与压缩包目录不符', 'its length is not as the archive says'));
  if (crc32(content) !== entry.crc) throw damaged(phrase('校验和不符', 'its checksum is wrong'));
  return content;
}

function inflated(packed: Uint8Array, { method, claimedSize }: ZipEntry): Uint8Array {
  if (method === stored) return packed;
  if (method !== deflated)
    throw damaged(phrase('压缩方式不支持，请用普通 ZIP 方式重新压缩', 'it is packed in an unknown way'));
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(claimedSize, 1) });
  } catch (thrown) {
    throw damaged(phrase('解压失败', 'it cannot be unpacked'), thrown);
  }
}

/** Entries that share their packed bytes are how a small file claims to hold a large one many times over. */
function refuseOverlaps(files: readonly ZipEntry[]): void {
  let end = 0;
  for (const { headerOffset, packedSize } of files.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    if (headerOffset < end) throw damaged(phrase('压缩包内的文件互相重叠', 'files in the archive overlap'));
    end = headerOffset + packedSize;
  }
}
