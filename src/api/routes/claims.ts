import { z } from 'zod';
import { readableRow } from '../../app/query/query.js';
import { claimOn } from '../../app/standing/claim.js';
import { claimingUnit } from '../../app/standing/claiming-unit.js';
import { toldStanding } from '../../app/standing/told-standing.js';
import { JiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import { askedBy } from '../access/guard.js';
import { seenRows } from '../access/seen-rows.js';
import type { Api } from '../app-type.js';
import { asSent } from '../as-sent.js';
import { attachment } from '../attachment.js';
import { binarySchema, idParamsSchema } from '../contract/common.js';
import { claimsAnswerSchema, standingAnswerSchema } from '../contract/standing.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { readingOf } from '../reading.js';
import { receiveClaim } from '../upload/receive-claim.js';
import { faultsOfOne, noQuerySchema, problems } from './problems.js';

const tags = ['commitments'];
const type = 'application/octet-stream';

export function registerClaims(api: Api, ports: ApiPorts): void {
  const { tenant, maxFileBytes } = ports.config;
  api.get(
    '/commitments/:id/claims',
    {
      schema: {
        tags,
        summary: '承办单位对一条承诺的自报，按先后',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: { 200: claimsAnswerSchema, ...faultsOfOne },
      },
    },
    async (request) => {
      const { store, within } = await seenRows(ports, request);
      const { id } = await readableRow(store, tenant, request.params.id, within);
      return { claims: [...((await store.standing(tenant, id))?.claims ?? [])] };
    },
  );
  api.post(
    '/commitments/:id/claims',
    {
      schema: {
        tags,
        summary: '自报进展（JSON，或带附件的 multipart/form-data）',
        description:
          'Fields `state`, `text`, `unit`; as multipart/form-data also `files`. A unit reports on its own rows.',
        consumes: ['multipart/form-data', 'application/json'],
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: { 201: standingAnswerSchema, ...faultsOfOne, '4xx': problems.of('没有收下') },
      },
    },
    async (request, reply) => {
      const { role, bindings, name } = askedBy(request);
      const { store, within } = await seenRows(ports, request);
      const row = await readableRow(store, tenant, request.params.id, within);
      const { claim, files } = await receiveClaim(request, maxFileBytes);
      const registry = role === 'unit' ? await store.units(tenant) : [];
      const unit = role === 'unit' ? claimingUnit(row, bindings.units, registry, claim.unit) : claim.unit;
      const blobs = await ports.blobs();
      const sent = files.map((file) => [file.name, sha256Hex(file.bytes)]);
      const standing = await once(ports, request, reply, [claim, sent], () =>
        claimOn({ store, blobs }, tenant, row.id, { ...claim, unit, by: name }, files, new Date()),
      );
      return reply
        .code(201)
        .send(asSent({ standing: toldStanding(standing, await readingOf(ports, request)) }));
    },
  );
  api.get(
    '/commitments/:id/files/:sha256',
    {
      schema: {
        tags,
        summary: '下载自报的一个附件',
        params: idParamsSchema.extend({ sha256: z.string().max(64) }),
        querystring: noQuerySchema,
        response: {
          200: { description: '附件', content: { [type]: { schema: binarySchema } } },
          ...faultsOfOne,
        },
      },
    },
    async (request, reply) => {
      const { sha256 } = request.params;
      const { store, within } = await seenRows(ports, request);
      const { id } = await readableRow(store, tenant, request.params.id, within);
      const claims = (await store.standing(tenant, id))?.claims ?? [];
      const file = claims.flatMap(({ files }) => files).find((each) => each.sha256 === sha256);
      const bytes = file && (await (await ports.blobs()).get(sha256));
      if (!file || !bytes) throw new JiannuoError('not-found', { what: 'file', id: sha256 });
      attachment(reply, file.name.split('/').at(-1) ?? file.name, type);
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
