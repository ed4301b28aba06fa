import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFolder } from '../../adapters/shared/ensure-folder.js';
import { isLoopback } from '../../api/allowed-hosts.js';
import { inviteFirst } from '../../app/people/invitations.js';
import type { PeopleStore } from '../../app/ports/people-store.js';
import type { Config } from '../../config.js';
import type { Context } from '../context.js';
import { note } from '../output/stdout.js';

/**
 * While the office has no people: prints the one-time link by which the first administrator is made, and leaves it in a
 * file of the data folder that only its owner reads. Each start makes a new link and ends the one before.
 */
export async function offerFirstLink(
  { t }: Context,
  config: Config,
  people: () => Promise<PeopleStore>,
  at: string,
): Promise<void> {
  const file = join(config.dataFolder, 'first-administrator.txt');
  const code = await inviteFirst(await people(), config.tenant);
  if (code === null) {
    await rm(file, { force: true });
    return;
  }
  const link = `${config.publicUrl ?? at}/setup?code=${code}`;
  note(isLoopback(config.host) ? t.serve.open(link) : t.serve.closed(link));
  ensureFolder(config.dataFolder);
  // Whoever waits for the file never reads half a link.
  const draft = `${file}.part`;
  await writeFile(draft, `${link}\n`, { mode: 0o600 });
  await rename(draft, file);
}
