import type { FastifyRequest } from 'fastify';
import { checkSize } from '../../app/ingest/byte-size.js';
import type { FileToRead } from '../../app/ports/document-reader.js';
import { JiannuoError } from '../../domain/errors.js';
import { refused, sentName } from './receive.js';

/** The one file of a request, as multipart/form-data, field `file`. Faults: `upload-empty`, `upload-damaged`, `upload-too-many`, `file-too-large`. */
export async function receiveList(request: FastifyRequest, maxBytes: number): Promise<FileToRead> {
  if (!request.isMultipart()) throw new JiannuoError('upload-empty');
  try {
    const part = await request.file({ limits: { files: 1, fields: 0, fileSize: maxBytes + 1 } });
    if (!part) throw new JiannuoError('upload-empty');
    const bytes = await part.toBuffer();
    const name = sentName(part.filename) || part.fieldname;
    checkSize(name, bytes.length, maxBytes);
    return { name, bytes };
  } catch (thrown) {
    throw refused(request, thrown, 1);
  }
}
