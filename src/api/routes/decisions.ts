import { readableRow } from '../../app/query/query.js';
import { decideOn } from '../../app/standing/decide.js';
import { decideOnMany, mostDecided } from '../../app/standing/decide-many.js';
import { promiseEvidence } from '../../app/standing/promise-evidence.js';
import { toldStanding } from '../../app/standing/told-standing.js';
import type { Decision } from '../../domain/decision.js';
import { JiannuoError } from '../../domain/errors.js';
import { roleWords } from '../../domain/role-words.js';
import { askedBy } from '../access/guard.js';
import { decisionRights } from '../access/rights.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { idParamsSchema } from '../contract/common.js';
import { manyInputSchema, outcomesAnswerSchema } from '../contract/decide-many.js';
import {
  decisionInputSchema,
  decisionsAnswerSchema,
  evidenceAnswerSchema,
  lostAnswerSchema,
  standingAnswerSchema,
} from '../contract/standing.js';
import { notedDefect } from '../errors.js';
import { ifMatch } from '../if-match.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { languageOf, readingOf } from '../reading.js';
import { faultsOfMany, faultsOfOne, noQuerySchema, problems } from './problems.js';

const tags = ['commitments'];
const onePromise = { tags, params: idParamsSchema, querystring: noQuerySchema };

const isDecision = (said: object): said is Decision => 'body' in said;

export function registerDecisions(api: Api, ports: ApiPorts): void {
  const { tenant } = ports.config;
  api.get(
    '/commitments/:id/evidence',
    {
      schema: {
        ...onePromise,
        summary: '一条承诺的佐证：判定、理由、双方原文，三种状态分开',
        response: { 200: evidenceAnswerSchema, ...faultsOfOne },
      },
    },
    async (request, reply) => {
      const { store, within } = await seenRows(ports, request);
      const { id } = request.params;
      const shown = await promiseEvidence(store, tenant, id, await readingOf(ports, request), within);
      if (shown.standing) reply.header('etag', `"${shown.standing.version}"`);
      return asSent(shown);
    },
  );
  api.get(
    '/commitments/:id/decisions',
    {
      schema: {
        ...onePromise,
        summary: '对一条承诺作出的决定，按先后',
        response: { 200: decisionsAnswerSchema, ...faultsOfOne },
      },
    },
    async (request, reply) => {
      const { store, within } = await seenRows(ports, request);
      const { id } = await readableRow(store, tenant, request.params.id, within);
      const standing = await store.standing(tenant, id);
      const version = standing?.state.version ?? 0;
      reply.header('etag', `"${version}"`);
      const decisions = standing?.decisions ?? [];
      return { version, decisions: [...decisions] };
    },
  );
  api.post(
    '/commitments/:id/decisions',
    {
      schema: {
        ...onePromise,
        summary: '作一个决定（If-Match 写所看到的决定版本）',
        description:
          'Appended under the name of whoever asks; the promise stays as it was said. Who decides on what somebody else has decided on meanwhile is told so (409).',
        body: decisionInputSchema,
        response: { 201: standingAnswerSchema, ...faultsOfOne, 409: problems.of('已有别人作出的新决定') },
      },
    },
    async (request, reply) => {
      const { role, name } = askedBy(request);
      if (!decisionRights[request.body.kind].includes(role))
        throw new JiannuoError('not-permitted', { role: roleWords[role] });
      const version = ifMatch(request.headers['if-match']);
      const decision = { ...request.body, by: name, ...(version !== undefined && { version }) };
      const store = await ports.store();
      const standing = await once(ports, request, reply, decision, () =>
        decideOn(store, tenant, request.params.id, decision, new Date()),
      );
      reply.header('etag', `"${standing.state.version}"`);
      return reply
        .code(201)
        .send(asSent({ standing: toldStanding(standing, await readingOf(ports, request)) }));
    },
  );
  api.post(
    '/decisions',
    {
      schema: {
        ...{ tags, summary: '对多条承诺作同一个决定，逐条答复', querystring: noQuerySchema },
        description: `At most ${mostDecided} promises, each decided on wholly or not at all; the answer says of each what became of it.`,
        body: manyInputSchema,
        response: { 200: outcomesAnswerSchema, ...faultsOfMany },
      },
    },
    async (request, reply) => {
      const { role, name } = askedBy(request);
      if (!decisionRights[request.body.decision.kind].includes(role))
        throw new JiannuoError('not-permitted', { role: roleWords[role] });
      const language = languageOf(request.headers['accept-language']);
      const store = await ports.store();
      const answer = await once(ports, request, reply, request.body, async () => {
        const outcomes = await decideOnMany(store, tenant, request.body, name, new Date());
        const defect = outcomes.find(({ fault }) => fault?.class === 'defect');
        const noted = defect?.fault ? notedDefect(defect.fault, request) : null;
        return {
          outcomes: outcomes.map(({ fault, ...outcome }) => ({
            ...outcome,
            fault: fault && {
              code: fault.code,
              message: (fault.class === 'defect' && noted ? noted : fault).in(language),
            },
          })),
        };
      });
      return asSent(answer);
    },
  );
  api.get(
    '/decisions/lost',
    {
      schema: {
        tags,
        summary: '未能沿用的决定和自报：文档重新抽取后找不回原来的承诺',
        querystring: noQuerySchema,
        response: { 200: lostAnswerSchema, ...faultsOfMany },
      },
    },
    async () => {
      const lost = await (await ports.store()).lost(tenant);
      return {
        lost: lost.map((said) =>
          isDecision(said) ? { what: 'decision' as const, ...said } : { what: 'claim' as const, ...said },
        ),
      };
    },
  );
}
