import type { IngestDocumentsDependencies } from '../../app/ingest/ingest-documents.js';
import { createIngest } from '../../app/ingest/ingest-file.js';
import type { ApiPorts } from '../ports.js';

/** The ingest of this process. The queue is asked for late: uploads go on while it is away. */
export function lazyIngest(ports: ApiPorts): () => Promise<IngestDocumentsDependencies> {
  let deps: IngestDocumentsDependencies | undefined;
  return async () => {
    if (deps) return deps;
    const [store, blobs, reader] = await Promise.all([ports.store(), ports.blobs(), ports.reader()]);
    deps = { reader, ingest: createIngest({ store, blobs, queue: ports.queue }, ports.config) };
    return deps;
  };
}
