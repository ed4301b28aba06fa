import { type ZodType, z } from 'zod';
import { problemSchema } from '../contract/common.js';

const problem = (description: string, schema: ZodType = problemSchema) => ({
  description,
  content: { 'application/problem+json': { schema } },
});

/** Responses that every route of a kind may give. */
export const problems = {
  badRequest: problem('参数不对'),
  notFound: problem('找不到'),
  unavailable: problem('数据库或任务队列连不上'),
  of: problem,
};

export const noQuerySchema = z.strictObject({});

/** Done, and there is nothing to say. */
export const nothingSchema = z.null().meta({ description: '已完成' });
