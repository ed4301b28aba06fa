import type { FastifyRequest } from 'fastify';
import { checkSize } from '../../app/ingest/byte-size.js';
import { parseQuery } from '../../app/query/ledger-query.js';
import { claimInputSchema } from '../contract/standing.js';

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
  for await (const part of request.parts({ limits: { files: 20, fields: 10, fileSize: maxBytes + 1 } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    const name = part.filename || part.fieldname;
    checkSize(name, bytes.length, maxBytes);
    files.push({ name, bytes });
  }
  return { claim: parseQuery(claimInputSchema, fields), files };
}
