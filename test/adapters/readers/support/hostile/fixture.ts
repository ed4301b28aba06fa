import { readFileSync } from 'node:fs';

const documents = new URL('../../../../../fixtures/documents/', import.meta.url);

/** A fixture's bytes, by its path below fixtures/documents. */
export const fixture = (path: string): Buffer => readFileSync(new URL(path, documents));
