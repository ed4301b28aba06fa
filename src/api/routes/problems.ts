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

/** Of a route about many things. */
export const faultsOfMany = { 400: problems.badRequest, 503: problems.unavailable };

/** Of a route about one thing that is named. */
export const faultsOfOne = { ...faultsOfMany, 404: problems.notFound };

export const noQuerySchema = z.strictObject({});

/** Done, and there is nothing to say. */
export const nothingSchema = z.null().meta({ description: '已完成' });
