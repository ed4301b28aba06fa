import { buildDist } from '../../scripts/build.mjs';

/** Child processes (readers, workers, the CLI) run from dist/. */
export default async function setup(): Promise<void> {
  await buildDist();
}
