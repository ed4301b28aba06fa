import { asJiannuoError, type JiannuoError } from '../../domain/errors.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import type { Ingested, IngestFile } from './ingest-file.js';

/** A document that was taken in, under its name in the ledger, or why it was not. */
export type Taken = { readonly name: string } & (Ingested | { readonly error: JiannuoError });

export interface IngestDocumentsDependencies {
  readonly reader: Pick<DocumentReader, 'unpack'>;
  readonly ingest: IngestFile;
}

/**
 * Takes in every document of a file: the file itself, or those in an archive or a mail, each by itself, so that a bad one
 * keeps out no other. Throws what is no fault of the file, and what concerns the whole archive.
 */
export async function* ingestDocuments(
  { reader, ingest }: IngestDocumentsDependencies,
  file: FileToRead,
): AsyncGenerator<Taken> {
  for await (const found of reader.unpack(file)) {
    if ('error' in found) yield found;
    else yield await take(ingest, found);
  }
}

async function take(ingest: IngestFile, file: FileToRead): Promise<Taken> {
  try {
    return { name: file.name, ...(await ingest(file)) };
  } catch (thrown) {
    const error = asJiannuoError(thrown);
    if (error.class !== 'input') throw error;
    return { name: file.name, error };
  }
}
