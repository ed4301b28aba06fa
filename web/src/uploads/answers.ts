import { type ApiProblem, isProblem } from '../api/problem.js';
import type { StoredDocument, UploadedFile } from '../api/types.js';
import { isAway } from '../reach/reach.js';
import type { UploadRow, UploadStatus } from './upload-row.js';

/** No answer of the service's own, or one that was cut off: what came in is found there when it is sent again. */
export const isLost = (problem: ApiProblem): boolean =>
  (problem.status >= 200 && problem.status < 300) || isAway(problem);

/** A refusal that may be of one file of several, or of all together. */
export const isOfOne = (problem: ApiProblem): boolean =>
  !isLost(problem) && !isProblem(problem, 401, 403, 429);

const isOver = (status: StoredDocument['status']): boolean => status === 'done' || status === 'failed';

/** A file's row once the service has said what it made of the file. @param isAgain the service may have had it from before */
export function takenRow(row: UploadRow, result: UploadedFile, isAgain: boolean): UploadRow {
  if ('error' in result) return { ...row, status: 'refused', fault: result.error };
  const { documentId, firstName, status } = result;
  const created = result.created || (isAgain && firstName === result.name);
  return {
    ...row,
    documentId,
    firstName: created ? null : firstName,
    status: created || !isOver(status) ? 'working' : 'double',
  };
}

/** The row with its document as it is now. */
export function askedRow(row: UploadRow, document: StoredDocument): UploadRow {
  const ended: UploadStatus = document.status === 'done' ? 'done' : 'failed';
  const status = !isOver(document.status) || row.status === 'double' ? row.status : ended;
  return { ...row, document, status, fault: document.fault };
}
