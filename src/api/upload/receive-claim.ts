import type { FastifyRequest } from 'fastify';
import { checkSize } from '../../app/ingest/byte-size.js';
import { parseQuery } from '../../app/query/ledger-query.js';
import { claimInputSchema } from '../contract/standing.js';
import { refused, sentName } from './receive.js';

/** Files of one claim. */
const maxFiles = 20;

interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A claim with its files, as multipart/form-data (fields `state`, `text`, `unit`; files under `files`) or as JSON without files. */
export async function receiveClaim(request: FastifyRequest, maxBytes: number) {
  if (!request.isMultipart())
    return { claim: parseQuery(claimInputSchema, request.body ?? {}), files: [] as SentFile[] };
  const fields: Record<string, unknown> = {};
  const files: SentFile[] = [];
  const limits = { files: maxFiles, fields: 10, fileSize: maxBytes + 1 };
  // All of them are held until the claim is stored: together no more than one may be alone.
  let total = 0;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        fields[part.fieldname] = part.value;
        continue;
      }
      const bytes = await part.toBuffer();
      const name = sentName(part.filename) || part.fieldname;
      total += bytes.length;
      checkSize(name, total, maxBytes);
      files.push({ name, bytes });
    }
  } catch (thrown) {
    throw refused(request, thrown, maxFiles);
  }
  return { claim: parseQuery(claimInputSchema, fields), files };
}
