import { z } from 'zod';
import { jsonLine } from '../../adapters/export/json/json-line.js';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import { recognize } from '../../extract/recognize/recognize.js';
import type { Context } from '../context.js';
import { type InputLine, inputLines } from '../files/input-lines.js';
import { write } from '../output/stdout.js';

const idSchema = z.union([z.string(), z.number()]);
const rowSchema = z.object({
  id: idSchema.nullish(),
  text: z.string(),
  /** What relative expressions count from: an ISO day, a time of day after it passed over. */
  ref: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:$|[T ])/)
    .nullish(),
});

/** Characters of one line, a text and its JSON around it. */
const lineLimit = 6_000_000;

function parse({ number: line, text }: InputLine): unknown {
  if (text === null) throw new JiannuoError('line-too-long', { line, limit: lineLimit });
  try {
    return JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  } catch (error) {
    throw new JiannuoError('line-not-json', { line, reason: (error as Error).message });
  }
}

const idOf = (row: unknown): string | number | null => {
  const id = idSchema.safeParse((row as { id?: unknown } | null)?.id);
  return id.success ? id.data : null;
};

/** One row in, one row out, in their order; a row that cannot be read is told in its place, and the status is 1. */
export async function runRecognize(context: Context, input: AsyncIterable<Buffer>): Promise<number> {
  let failed = 0;
  for await (const line of inputLines(input, lineLimit)) {
    if (line.text?.trim() === '') continue;
    let id: string | number | null = null;
    try {
      const row = parse(line);
      id = idOf(row);
      const checked = rowSchema.safeParse(row);
      if (!checked.success) {
        const field = checked.error.issues[0]?.path.join('.') || 'text';
        throw new JiannuoError('line-invalid', { line: line.number, field });
      }
      const spans = recognize(checked.data.text, checked.data.ref ?? null);
      await write(`${jsonLine({ id, spans })}\n`);
    } catch (thrown) {
      failed += 1;
      const fault = asJiannuoError(thrown);
      await write(`${jsonLine({ id, error: { code: fault.code, message: fault.in(context.language) } })}\n`);
    }
  }
  return failed > 0 ? 1 : 0;
}
