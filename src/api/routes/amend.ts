import { addMarked, proposedItems, takeBack } from '../../app/standing/amend.js';
import { phrase } from '../../domain/phrase.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import {
  addedAnswerSchema,
  itemParamsSchema,
  markedQuerySchema,
  markingInputSchema,
  proposedAnswerSchema,
} from '../contract/amend.js';
import { idParamsSchema } from '../contract/common.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfOne, noQuerySchema, nothingSchema, problems } from './problems.js';

const tags = ['documents'];
const takenBack = phrase('撤回添加', 'adding taken back');

/** Promises that the engine did not find, marked in the text by a person. */
export function registerAmend(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  const deps = async () => {
    const [store, extractor, queue] = await Promise.all([ports.store(), ports.extractor(), ports.queue()]);
    return { store, extractor, queue };
  };
  api.get(
    '/documents/:id/items/proposed',
    {
      schema: {
        ...{ tags, summary: '标出的文字可以添加成哪些承诺', params: idParamsSchema },
        description:
          'What the engine reads in the words by themselves, and last the words as a whole; nothing is stored.',
        querystring: markedQuerySchema,
        response: { 200: proposedAnswerSchema, ...faultsOfOne },
      },
    },
    async (request) => {
      const [store, extractor] = await Promise.all([ports.store(), ports.extractor()]);
      return asSent(await proposedItems({ store, extractor }, tenant, request.params.id, request.query));
    },
  );
  api.post(
    '/documents/:id/items',
    {
      schema: {
        ...{ tags, summary: '把标出的文字添加为承诺', params: idParamsSchema, querystring: noQuerySchema },
        description:
          'A decision under the name of whoever asks: it is kept when the document is extracted anew, and its maker can take it back.',
        body: markingInputSchema,
        response: { 201: addedAnswerSchema, ...faultsOfOne, 409: problems.of('已经有了，或文字变了') },
      },
    },
    async (request, reply) => {
      const marking = { ...request.body, by: askedBy(request).name };
      const made = await once(ports, request, reply, marking, async () => ({
        id: await addMarked(await deps(), tenant, request.params.id, marking, new Date()),
      }));
      return reply.code(201).send(made);
    },
  );
  api.delete(
    '/documents/:id/items/:itemId',
    {
      schema: {
        ...{ tags, summary: '撤回自己添加的承诺', params: itemParamsSchema, querystring: noQuerySchema },
        response: { 204: nothingSchema, ...faultsOfOne, 403: problems.of('是别人添加的') },
      },
    },
    async (request, reply) => {
      const { id: documentId, itemId } = request.params;
      const said = { documentId, itemId, by: askedBy(request).name, reason: takenBack.zh };
      await takeBack(await deps(), tenant, said, new Date());
      return reply.code(204).send(null);
    },
  );
}
