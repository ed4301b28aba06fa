import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../cli/support/cli.js';

/** A file system of its own, of a few megabytes, that needs no root: Linux with user namespaces. */
const script = `
set -e
mount -t tmpfs -o size=12m none "$FOLDER"
export JIANNUO_DATA="$FOLDER" JIANNUO_RECOGNIZER=off
cli() { "$NODE" "$CHECKOUT/bin/jiannuo.js" "$@"; }
cli ingest "$FIRST" --lang en > /dev/null
dd if=/dev/zero of="$FOLDER/ballast" bs=64k 2> /dev/null || true
status=0
cli ingest "$SECOND" --lang en > "$FOLDER.out" 2>&1 || status=$?
echo "full $status $(tr '\\n' ' ' < "$FOLDER.out")"
rm "$FOLDER/ballast"
cli fsck --format json > "$FOLDER.fsck" 2>&1 || true
echo "fsck $(tail -n 1 "$FOLDER.fsck")"
cli ingest "$SECOND" --lang en > "$FOLDER.out" 2>&1 && echo "again done"
cli fsck --format json | tail -n 1 | sed 's/^/after /'
`;

const mayMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;

describe('a full disk', () => {
  // Where the kernel lets nobody make namespaces there is no small disk to be had.
  it.runIf(mayMount)('is told by code, tears nothing, and is gone on from once there is room', async () => {
    const sources = join(checkout, 'fixtures', 'documents', 'text', 'sources');
    const environment = {
      ...{ CHECKOUT: checkout, NODE: process.execPath, LANG: 'en_US.UTF-8' },
      FIRST: join(sources, 'hetang-2025-npc-reply-8.txt'),
      SECOND: join(sources, 'chenglan-2025-joint-reply-15-62.txt'),
    };
    const child = spawn(
      'sh',
      [
        '-c',
        `FOLDER=$(mktemp -d); export FOLDER; unshare -Urm sh -c '${script.replaceAll("'", `'\\''`)}'; rm -rf "$FOLDER" "$FOLDER.out" "$FOLDER.fsck"`,
      ],
      {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        told += text;
      });
    await new Promise((resolve) => child.once('close', resolve));
    expect(told).toMatch(/^full [1-9]\d* .*(cannot be read and written|no space|full)/im);
    expect(told).toMatch(/^fsck \{"well":true/m);
    expect(told).toMatch(/^again done$/m);
    expect(told).toMatch(/^after \{"well":true,.*"documents":2/m);
  });
});
