import type { FastifySerializerCompiler } from 'fastify';
import { serializerCompiler as encoded, ResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';

/**
 * Answers as their schemas have them, and no key more. Parsed where the provider's own compiler encodes: no schema of an
 * answer transforms, so both give the same, and encoding goes through every value twice.
 */
export const serializerCompiler: FastifySerializerCompiler<unknown> = (route) => {
  const { schema, method, url } = route;
  if (!(schema instanceof z.ZodType)) return encoded(route as Parameters<typeof encoded>[0]);
  return (answer) => {
    const { data, error } = schema.safeParse(answer);
    if (error) throw new ResponseSerializationError(method, url, { cause: error });
    return JSON.stringify(data);
  };
};
