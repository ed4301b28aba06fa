import type { StoredDocument } from '../../domain/document.js';
import { type FaultRecord, recordedMessage } from '../../domain/fault-record.js';
import type { Language } from '../../domain/phrase.js';
import type { ReadWarning } from '../../domain/source-text.js';
import { warningMessage } from '../../domain/warnings.js';

const faultIn = (fault: FaultRecord | null, language: Language): FaultRecord | null =>
  fault && { ...fault, message: recordedMessage(fault, language) };

/** A stored fault as a fault of the file that was handed in now: its document may bear the name of an equal one before it. */
export function messageFor(file: string, fault: FaultRecord, language: Language): string {
  const named = fault.parameters?.file === undefined ? {} : { parameters: { ...fault.parameters, file } };
  return recordedMessage({ ...fault, ...named }, language);
}

/** Warnings with their messages in the user's language. */
export const warningsIn = (warnings: readonly ReadWarning[], language: Language): ReadWarning[] =>
  warnings.map((warning) => ({ ...warning, message: warningMessage(warning, language) }));

/** A job, or whatever else bears a fault, with its message in the user's language. */
export const faultToldIn = <Job extends { readonly fault: FaultRecord | null }>(
  job: Job,
  language: Language,
): Job => ({
  ...job,
  fault: faultIn(job.fault, language),
});

/** A document with its messages in the user's language. */
export const documentIn = (document: StoredDocument, language: Language): StoredDocument => ({
  ...faultToldIn(document, language),
  warnings: warningsIn(document.warnings, language),
});
