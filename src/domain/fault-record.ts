import { z } from 'zod';
import { type FaultCode, faultMessage, faults } from './errors.js';
import type { Language } from './phrase.js';

export const parametersSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.object({ zh: z.string(), en: z.string() })]),
);

/** A fault as it is stored with a document or a job: `message` in Chinese, `parameters` to tell it in another language. */
export const faultRecordSchema = z.object({
  code: z.string(),
  message: z.string(),
  parameters: parametersSchema.optional(),
});
export type FaultRecord = z.infer<typeof faultRecordSchema>;

/** A stored fault in a language; one of a program with other codes is told as it was stored. */
export function recordedMessage({ code, message, parameters }: FaultRecord, language: Language): string {
  if (!parameters || !(code in faults)) return message;
  return faultMessage(code as FaultCode, parameters, language);
}
