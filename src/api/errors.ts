import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type FaultCode, faults, JiannuoError } from '../domain/errors.js';
import { phrase } from '../domain/phrase.js';
import type { MethodsOf } from './allowed-methods.js';
import type { Problem } from './contract/common.js';
import { languageOf } from './reading.js';
import { isPageVisit, sendPage } from './web/site.js';

/** What fastify and multipart themselves refuse, in our codes. */
function requestFault(error: FastifyError, isUpload: boolean): JiannuoError | null {
  switch (error.code) {
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return isUpload
        ? new JiannuoError('upload-empty')
        : new JiannuoError('query-invalid', {
            parameter: 'Content-Type',
            reason: phrase('请求体要是 JSON', 'the body is to be JSON'),
          });
    case 'FST_MP_PREMATURE_CLOSE':
      return new JiannuoError('upload-damaged', { reason: phrase('连接提前断开', 'closed early') });
    case 'FST_ERR_BAD_URL':
      return new JiannuoError('query-invalid', {
        parameter: 'URL',
        reason: phrase('地址里有不完整的百分号编码', 'a percent sign in the address stands for nothing'),
      });
    default:
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return new JiannuoError('query-invalid', { parameter: 'request', reason: error.message }, error);
  }
  return null;
}

/** Where the body is files. */
const takesFiles = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'POST' && routeOptions.url === '/api/v1/documents';

/** Details of a defect go to the log under the request's id, not to the client. */
function faultOf(error: unknown, request: FastifyRequest): JiannuoError {
  if (error instanceof JiannuoError && error.code !== 'internal') return error;
  const known =
    error instanceof JiannuoError ? null : requestFault(error as FastifyError, takesFiles(request));
  return known ?? new JiannuoError('internal', { reason: request.id }, error);
}

/** A defect of ours that the answer tells of beside what was done: noted in the log like any, and told by the request's id. */
export function notedDefect(fault: JiannuoError, request: FastifyRequest): JiannuoError {
  const { stack } = fault.cause instanceof Error ? fault.cause : fault;
  request.log.error({ code: fault.code, stack }, 'request failed in part');
  return faultOf(fault, request);
}

/** A problem of a code of the table. */
export function problemFrom(code: FaultCode, detail: string, requestId: string): Problem {
  return {
    type: `urn:jiannuo:error:${code}`,
    title: code,
    status: faults[code].http,
    detail,
    code,
    instance: `urn:uuid:${requestId}`,
  };
}

/** In the language that is asked for. */
const problemOf = (fault: JiannuoError, { headers, id }: FastifyRequest) =>
  problemFrom(fault.code, fault.in(languageOf(headers['accept-language'])), id);

/** Any fault as application/problem+json. The log gets its code; a file's name or a query's words never. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const fault = faultOf(error, request);
  const level = fault.class === 'input' ? 'info' : fault.class === 'unavailable' ? 'warn' : 'error';
  const cause = fault.class === 'defect' && error instanceof Error ? { stack: error.stack } : {};
  request.log[level]({ code: fault.code, ...cause }, 'request failed');
  const { seconds } = fault.parameters;
  if (faults[fault.code].http === 429) reply.header('retry-after', String(seconds));
  sendProblem(reply, problemOf(fault, request));
}

export function sendProblem(reply: FastifyReply, problem: Problem & Record<string, unknown>): void {
  reply.header('content-language', languageOf(reply.request.headers['accept-language']));
  reply.header('vary', 'accept-language');
  if (problem.status === 503) reply.header('retry-after', '5');
  reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem);
}

/**
 * No route: an address of the web page, an address that there is none of, or a method that it does not take, with those
 * that it takes.
 */
export const handleNotFound =
  (methodsOf: MethodsOf) =>
  (request: FastifyRequest, reply: FastifyReply): unknown => {
    const { method, url } = request;
    if (isPageVisit(request)) return sendPage(request, reply);
    const path = url.split('?')[0] ?? '';
    const allowed = methodsOf(path).join(', ');
    if (allowed === '') {
      const fault = new JiannuoError('not-found', { what: 'route', id: `${method} ${path}` });
      sendProblem(reply, problemOf(fault, request));
    } else {
      reply.header('allow', allowed);
      sendProblem(
        reply,
        problemOf(new JiannuoError('method-not-allowed', { method, path, allowed }), request),
      );
    }
    return reply;
  };
