import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first. A fresh checkout knows no durations and goes by size, where a few lines can take a minute. */
const longest = [
  'contract/ledger-store.mongo.test.ts',
  'contract/move-office.test.ts',
  'contract/data-copy.test.ts',
  'contract/fsck.test.ts',
  'e2e/thousand.test.ts',
  'faults/killed-worker.test.ts',
  'faults/storm.cluster.test.ts',
  'faults/storm.primary.test.ts',
  'faults/storm.embedded.test.ts',
  'e2e/events.test.ts',
  'cli/english.test.ts',
  'cli/check.test.ts',
  'cli/bin.test.ts',
  'cli/ledger.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}`));
  return at < 0 ? longest.length : at;
};

/** Within each project the longest files first, so that none is left alone at the end beside an idle core. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project.name === project).sort((a, b) => placeOf(a) - placeOf(b)),
    );
  }
}
