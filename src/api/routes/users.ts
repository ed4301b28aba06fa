import { addPerson, invite } from '../../app/people/invitations.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Person } from '../../domain/people.js';
import type { Api } from '../app-type.js';
import { idParamsSchema } from '../contract/common.js';
import {
  invitedSchema,
  newPersonSchema,
  peopleAnswerSchema,
  personChangeSchema,
  personViewSchema,
} from '../contract/people.js';
import { ifMatch } from '../if-match.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, faultsOfOne, noQuerySchema, problems } from './problems.js';
import { setupLink } from './setup-link.js';

const tags = ['people'];
const onePerson = { tags, params: idParamsSchema, querystring: noQuerySchema };

export function registerUsers(api: Api, ports: ApiPorts): void {
  const { tenant, publicUrl } = ports.config;

  const found = async (id: string): Promise<Person> => {
    const person = await (await ports.people()).person(tenant, id);
    if (!person) throw new JiannuoError('not-found', { what: 'person', id });
    return person;
  };

  api.get(
    '/users',
    {
      schema: {
        tags,
        summary: '用户',
        querystring: noQuerySchema,
        response: { 200: peopleAnswerSchema, ...faultsOfMany },
      },
    },
    async () => ({ users: [...(await (await ports.people()).people(tenant))] }),
  );
  api.post(
    '/users',
    {
      schema: {
        tags,
        summary: '添加用户，得到一次性的设置密码链接',
        body: newPersonSchema,
        response: {
          201: invitedSchema,
          400: problems.badRequest,
          409: problems.of('用户名已被使用；或第一个账号不是管理员'),
          503: problems.unavailable,
        },
      },
    },
    async (request, reply) => {
      const made = await once(ports, request, reply, request.body, async () => {
        const people = await ports.people();
        const user = await addPerson(people, tenant, request.body);
        const code = await invite(people, user);
        return { user, link: setupLink(publicUrl ?? `${request.protocol}://${request.host}`, code) };
      });
      return reply.code(201).send(made);
    },
  );
  api.get(
    '/users/:id',
    { schema: { ...onePerson, summary: '一个用户', response: { 200: personViewSchema, ...faultsOfOne } } },
    async ({ params }, reply) => {
      const person = await found(params.id);
      reply.header('etag', `"${person.version}"`);
      return person;
    },
  );
  api.patch(
    '/users/:id',
    {
      schema: {
        ...onePerson,
        summary: '修改用户（If-Match 写当前版本）',
        body: personChangeSchema,
        response: {
          200: personViewSchema,
          ...faultsOfOne,
          409: problems.of('最后一个管理员'),
          412: problems.of('已被别人改过'),
        },
      },
    },
    async ({ params, body, headers }, reply) => {
      const people = await ports.people();
      const person = await people.changePerson(tenant, params.id, body, ifMatch(headers['if-match']));
      reply.header('etag', `"${person.version}"`);
      return person;
    },
  );
  api.post(
    '/users/:id/link',
    {
      schema: {
        ...onePerson,
        summary: '新的一次性设置密码链接',
        response: { 201: invitedSchema, ...faultsOfOne },
      },
    },
    async (request, reply) => {
      const made = await once(ports, request, reply, null, async () => {
        const user = await found(request.params.id);
        const code = await invite(await ports.people(), user);
        return { user, link: setupLink(publicUrl ?? `${request.protocol}://${request.host}`, code) };
      });
      return reply.code(201).send(made);
    },
  );
}
