import { z } from 'zod';
import { loadWorkCalendar } from '../../adapters/work-calendar/load-work-calendar.js';
import type { FollowUpReading } from '../../app/proposal/follow-up.js';
import { newNoteOf } from '../../app/proposal/new-note.js';
import { listProposals, readableProposal, showProposal } from '../../app/query/proposal-view.js';
import { JiannuoError } from '../../domain/errors.js';
import { roleWords } from '../../domain/role-words.js';
import { askedBy } from '../access/guard.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { idParamsSchema } from '../contract/common.js';
import {
  noteAnswerSchema,
  noteInputSchema,
  proposalAnswerSchema,
  proposalsAnswerSchema,
} from '../contract/tracking.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { readingNow } from '../reading.js';
import { faultsOfMany, faultsOfOne, noQuerySchema } from './problems.js';

const promisesCap = 1_000;
const querySchema = z.strictObject({
  /** A part of the number, the title or the session. */
  text: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(50),
  cursor: z.string().max(500).optional(),
});
const tags = ['proposals'];

const followUpReading = async (ports: ApiPorts): Promise<FollowUpReading> => ({
  ...(await readingNow(ports)),
  workCalendar: loadWorkCalendar(ports.config.holidays),
});

export function registerProposals(api: Api, ports: ApiPorts): void {
  const { config } = ports;
  api.get(
    '/proposals',
    {
      schema: {
        tags,
        summary: '建议、提案',
        querystring: querySchema,
        response: { 200: proposalsAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      return asSent(
        await listProposals(store, config.tenant, request.query, await followUpReading(ports), within),
      );
    },
  );
  api.get(
    '/proposals/:id',
    {
      schema: {
        tags,
        summary: '一件建议、提案：文档、承诺、状态',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: {
          200: proposalAnswerSchema,
          ...faultsOfOne,
        },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      const { id } = request.params;
      const reading = await followUpReading(ports);
      return asSent(await showProposal(store, config.tenant, id, promisesCap, reading, within));
    },
  );
  api.post(
    '/proposals/:id/notes',
    {
      schema: {
        tags,
        summary: '登记交办日，或评价办理态度和办理结果',
        description:
          'Appended; the last hand-over and the last rating of each person count. A deputy rates their own proposals; staff put down the hand-over (1990-01-01 to a year from today), and ratings from paper (`by`), which never replace what a person said themselves.',
        params: idParamsSchema,
        querystring: noQuerySchema,
        body: noteInputSchema,
        response: { 201: noteAnswerSchema, ...faultsOfOne },
      },
    },
    async (request, reply) => {
      const identity = askedBy(request);
      const { role } = identity;
      const { note, by } = request.body;
      if (role === 'deputy' && (note.kind !== 'rate' || by !== undefined))
        throw new JiannuoError('not-permitted', { role: roleWords[role] });
      const { store, within } = await seenRows(ports, request);
      const { tenant } = config;
      const { id: proposalId } = await readableProposal(store, tenant, request.params.id, within);
      const reading = await followUpReading(ports);
      const made = newNoteOf({ note, by }, identity, reading.today);
      const answer = await once(ports, request, reply, request.body, async () => {
        await store.addProposalNote({ tenant, proposalId, ...made, madeAt: new Date().toISOString() });
        const shown = await showProposal(store, tenant, proposalId, 0, reading, within);
        return { followUp: shown.followUp };
      });
      return reply.code(201).send(asSent(answer));
    },
  );
}
