import type { Profile } from '../../domain/profile.js';
import type { PracticeStore } from '../ports/practice-store.js';

/**
 * The practice that an office goes by: what it has set, else what the configuration names. Asked for anew each time, so that a
 * change holds at once in every process.
 */
export async function practiceNow(
  store: Pick<PracticeStore, 'practice'>,
  tenant: string,
  configured: () => Profile,
): Promise<Profile> {
  return (await store.practice(tenant))?.profile ?? configured();
}
