import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { startApi } from '../api/support/api.js';
import { idle } from '../api/support/tracked.js';
import { profiles } from '../faults/support/profiles.js';
import { sharedExtractor } from '../support/shared-extractor.js';

/** An API with its worker on a profile of its own, and a second API process beside it where it is asked for. */
export async function apiOn(kind: keyof typeof profiles) {
  const profile = await profiles[kind]();
  const composition = compose(readConfig(profile.environment), { extractor: sharedExtractor });
  for (const open of [composition.store, composition.people, composition.trail])
    await (await open()).migrate();
  await composition.close();
  const api = await startApi(profile.environment);
  return {
    ...api,
    environment: profile.environment,
    idle: () => idle(api.app),
    async close() {
      await api.close();
      await profile.dispose();
    },
  };
}
