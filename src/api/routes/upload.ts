import { type FaultCode, JiannuoError } from '../../domain/errors.js';
import { recordedMessage } from '../../domain/fault-record.js';
import type { Language } from '../../domain/phrase.js';
import type { Api } from '../app-type.js';
import { type UploadedFile, uploadAnswerSchema, uploadProblemSchema } from '../contract/documents.js';
import { problemFrom, sendProblem } from '../errors.js';
import type { ApiPorts } from '../ports.js';
import { languageOf } from '../reading.js';
import { lazyIngest } from '../upload/lazy-ingest.js';
import { queueLoad } from '../upload/queue-load.js';
import { receiveFiles, refused } from '../upload/receive.js';
import { problems } from './problems.js';

/** A file with its fault, if it has one, in a language. */
const toldIn = (file: UploadedFile, language: Language): UploadedFile =>
  'error' in file
    ? { ...file, error: { ...file.error, message: recordedMessage(file.error, language) } }
    : file;

export function registerUpload(api: Api, ports: ApiPorts, maxFiles: number): void {
  const { maxFileBytes } = ports.config;
  const ingest = lazyIngest(ports);
  const load = queueLoad(ports.queue, ports.config.maxWaiting);
  api.post(
    '/documents',
    {
      schema: {
        tags: ['documents'],
        summary: '上传文件（multipart/form-data，字段 files，可多个）',
        description:
          'Each file is taken or refused by itself; an archive (ZIP, GZIP) or a mail (EML) is unpacked, and each file in it is one of its own, named `archive.zip/folder/name`. 202 when any was taken; when none was, the first fault as a problem, with each file’s under `files`. While too many documents wait, 429 with Retry-After.',
        consumes: ['multipart/form-data'],
        response: {
          202: uploadAnswerSchema,
          '4xx': problems.of('没有收下任何文件', uploadProblemSchema),
          503: problems.unavailable,
        },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) throw new JiannuoError('upload-empty');
      try {
        await load.refuseFlood();
      } catch (thrown) {
        throw refused(request, thrown, maxFiles);
      }
      const language = languageOf(request.headers['accept-language']);
      const received = await receiveFiles(request, await ingest(), maxFileBytes, maxFiles);
      const files = received.map((file) => toldIn(file, language));
      const first = files[0];
      if (!first) throw new JiannuoError('upload-empty');
      if (!('error' in first) || files.some((file) => 'documentId' in file)) {
        const waiting = await load.waiting();
        return reply.code(202).send({ files, ...(waiting !== null && { waiting }) });
      }
      const { code, message } = first.error;
      sendProblem(reply, { ...problemFrom(code as FaultCode, message, request.id), files });
      return reply;
    },
  );
}
