import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packageFolder } from '../../version.js';

/** One form of each document is enough: the first of these that it comes in. */
const formats = ['pdf', 'docx', 'ofd', 'text'];

/** The sample documents that come along, of invented places: paths, by name. None where they were left out. */
export async function sampleFiles(): Promise<string[]> {
  const byDocument = new Map<string, string>();
  for (const format of formats) {
    const folder = join(packageFolder(), 'fixtures', 'documents', format, 'sources');
    for (const name of await readdir(folder).catch(() => [])) {
      const document = name.split('.')[0] ?? name;
      if (!byDocument.has(document)) byDocument.set(document, join(folder, name));
    }
  }
  return [...byDocument.values()].sort((a, b) => basename(a).localeCompare(basename(b)));
}
