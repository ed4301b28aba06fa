import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { queryFault } from '../app/query/ledger-query.js';

/** Parses with zod; what does not fit is `query-invalid` with the parameter's name. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: queryFault(parsed.error.issues) };
  };
