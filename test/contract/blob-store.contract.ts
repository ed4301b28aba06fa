import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore } from '../../src/app/ports/blob-store.js';
import { sha256Hex } from '../../src/domain/identity.js';

/** What every store of originals keeps to. */
export function blobStoreContract(name: string, open: () => Promise<BlobStore>): void {
  describe(`blob store: ${name}`, () => {
    let blobs: BlobStore;
    beforeAll(async () => {
      blobs = await open();
    });
    afterAll(() => blobs.close());

    const kept = async (bytes: Uint8Array) => {
      const sha256 = sha256Hex(bytes);
      await blobs.put(sha256, bytes);
      return sha256;
    };

    it('gives back the bytes, whatever their number', async () => {
      for (const size of [0, 1, 255 * 1024, 255 * 1024 + 1, 3_000_000]) {
        const bytes = randomBytes(size);
        const got = await blobs.get(await kept(bytes));
        expect(got && Buffer.compare(got, bytes)).toBe(0);
      }
    });

    it('knows what it has', async () => {
      const bytes = randomBytes(20);
      expect(await blobs.has(sha256Hex(bytes))).toBe(false);
      expect(await blobs.get(sha256Hex(bytes))).toBeNull();
      expect(await blobs.has(await kept(bytes))).toBe(true);
    });

    it('removes what is named no more, small or large, and takes it again', async () => {
      for (const size of [40, 3_000_000]) {
        const bytes = randomBytes(size);
        const sha256 = await kept(bytes);
        expect(await blobs.remove(sha256)).toBe(true);
        expect(await blobs.remove(sha256)).toBe(false);
        expect(await blobs.get(sha256)).toBeNull();
        await kept(bytes);
        expect(await blobs.get(sha256)).toHaveLength(size);
      }
      expect(await blobs.remove('../x')).toBe(false);
    });

    it('takes the same bytes again, and many times at once', async () => {
      const bytes = randomBytes(600_000);
      const sha256 = sha256Hex(bytes);
      await Promise.all(Array.from({ length: 20 }, () => blobs.put(sha256, bytes)));
      await blobs.put(sha256, bytes);
      expect(await blobs.get(sha256).then((got) => got && sha256Hex(got))).toBe(sha256);
    });

    it('takes no name but a digest', async () => {
      for (const odd of ['../../etc/passwd', '', 'A'.repeat(64), 'g'.repeat(64)]) {
        expect(await blobs.get(odd)).toBeNull();
        expect(await blobs.has(odd)).toBe(false);
        await expect(blobs.put(odd, Buffer.from('x'))).rejects.toMatchObject({ code: 'internal' });
      }
    });
  });
}
