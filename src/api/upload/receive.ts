import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { checkSize } from '../../app/ingest/byte-size.js';
import {
  type IngestDocumentsDependencies,
  ingestDocuments,
  type Taken,
} from '../../app/ingest/ingest-documents.js';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import type { UploadedFile } from '../contract/documents.js';

const escapes: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' };

/** Browsers and curl send these three, and only these, escaped (WHATWG, multipart/form-data encoding). */
export const sentName = (filename: string | undefined): string =>
  (filename ?? '').replace(/%(22|0D|0A)/gi, (sent) => escapes[sent.toUpperCase()] ?? sent);

/** The bytes of a part; beyond the limit they are counted, not kept. */
async function bytesOf(file: Readable, name: string, limit: number): Promise<Uint8Array> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
  }
  checkSize(name, size, limit);
  return Buffer.concat(chunks);
}

/** The documents of a file, and after them what kept the rest out, if anything did. */
export async function* take(
  deps: IngestDocumentsDependencies,
  name: string,
  bytes: () => Promise<Uint8Array>,
): AsyncGenerator<UploadedFile> {
  try {
    for await (const taken of ingestDocuments(deps, { name, bytes: await bytes() })) yield viewOf(taken);
  } catch (thrown) {
    const fault = asJiannuoError(thrown);
    if (fault.class !== 'input') throw thrown;
    yield { name, error: fault.toJSON() };
  }
}

function viewOf(taken: Taken): UploadedFile {
  const { name } = taken;
  if ('error' in taken) return { name, error: taken.error.toJSON() };
  const { document, created, job } = taken;
  return {
    name,
    documentId: document.id,
    created,
    firstName: document.name,
    jobId: job?.id ?? null,
    status: document.status,
  };
}

/** Takes the files of a request in, one part after another, so that one file at a time is in memory. */
export async function receiveFiles(
  request: FastifyRequest,
  deps: IngestDocumentsDependencies,
  maxBytes: number,
  maxFiles: number,
): Promise<UploadedFile[]> {
  const files: UploadedFile[] = [];
  try {
    for await (const part of request.files()) {
      const name = sentName(part.filename) || part.fieldname;
      if (part.fieldname !== 'files') part.file.resume();
      else {
        for await (const file of take(deps, name, () => bytesOf(part.file, name, maxBytes))) files.push(file);
      }
    }
  } catch (thrown) {
    throw refused(request, thrown, maxFiles);
  }
  return files;
}

/** The fault to throw where a request with files is not read to its end. */
export function refused(request: FastifyRequest, thrown: unknown, maxFiles: number): unknown {
  // The client still sends: read to the end, or it sees a broken connection instead of the answer.
  request.raw.unpipe();
  request.raw.resume();
  return uploadFault(thrown, maxFiles);
}

function uploadFault(thrown: unknown, maxFiles: number): unknown {
  if (thrown instanceof JiannuoError) return thrown;
  const { code, message } = thrown as { code?: string; message?: string };
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') {
    return new JiannuoError('upload-too-many', { limit: maxFiles }, thrown);
  }
  if (code?.startsWith('FST_')) return thrown;
  if (/multipart|boundary|header|terminated/i.test(message ?? '')) {
    return new JiannuoError('upload-damaged', { reason: message ?? '' }, thrown);
  }
  return thrown;
}
