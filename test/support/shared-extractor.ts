import { createIsolatedExtractor } from '../../src/adapters/extractor/isolated-extractor.js';
import { readConfig } from '../../src/config.js';

const { extractSeconds, extractMemoryBytes } = readConfig({});

/** One for the tests of a worker process, whose child reads the dictionary once; it ends with that process. */
export const sharedExtractor = createIsolatedExtractor({
  seconds: extractSeconds,
  memoryBytes: extractMemoryBytes,
  processes: 1,
});
