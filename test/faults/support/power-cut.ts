import { existsSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The data file as a power cut would leave it at this moment: all who write it are held still while file and log are copied.
 * The index of the log (-shm) is memory, and gone.
 */
export async function cutPower(pids: readonly (number | undefined)[], dataFolder: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-cut-'));
  const held = pids.filter((pid) => pid !== undefined);
  for (const pid of held) process.kill(pid, 'SIGSTOP');
  try {
    for (const name of ['jiannuo.db', 'jiannuo.db-wal'])
      if (existsSync(join(dataFolder, name))) await copyFile(join(dataFolder, name), join(folder, name));
  } finally {
    for (const pid of held) process.kill(pid, 'SIGCONT');
  }
  return folder;
}
