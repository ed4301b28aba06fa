import { issueSecret } from '../../app/people/secrets.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Identity, Secret } from '../../domain/people.js';
import { askedBy } from '../access/guard.js';
import type { Api } from '../app-type.js';
import { calendarsAnswerSchema, issuedCalendarSchema, newCalendarSchema } from '../contract/calendars.js';
import { idParamsSchema } from '../contract/common.js';
import { once } from '../once.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, faultsOfOne, noQuerySchema, nothingSchema, problems } from './problems.js';

const tags = ['people'];

const viewOf = ({ id, name, createdAt }: Secret) => ({ id, name, createdAt });

/** Only an account has calendars: whose rows one shows is asked anew each time it is fetched. */
function accountOf({ personId, name, role }: Identity) {
  if (personId === null) throw new JiannuoError('account-needed');
  return { personId, name, role };
}

/** Addresses of one's own calendar, for programs that cannot sign in. */
export function registerCalendars(api: Api, ports: ApiPorts): void {
  const { tenant, publicUrl } = ports.config;
  const ofPerson = async (personId: string): Promise<readonly Secret[]> =>
    (await (await ports.people()).secrets(tenant, 'calendar')).filter((each) => each.personId === personId);

  api.get(
    '/session/calendars',
    {
      schema: {
        tags,
        summary: '我的日历订阅地址（不含地址本身）',
        querystring: noQuerySchema,
        response: { 200: calendarsAnswerSchema, ...faultsOfMany },
      },
    },
    async (request) => ({
      calendars: (await ofPerson(accountOf(askedBy(request)).personId)).map(viewOf),
    }),
  );
  api.post(
    '/session/calendars',
    {
      schema: {
        tags,
        summary: '新的日历订阅地址，只显示这一次',
        description:
          'For a calendar program, which cannot sign in: whoever has the address reads the deadlines that its owner may see, and nothing else. It lasts until it is taken back or the account is disabled.',
        body: newCalendarSchema,
        response: { 201: issuedCalendarSchema, ...faultsOfMany, 403: problems.of('要用账号登录') },
      },
    },
    async (request, reply) => {
      const { personId, role } = accountOf(askedBy(request));
      const made = await once(ports, request, reply, request.body, async () => {
        const given = { kind: 'calendar', tenant, personId, role, lifeMs: null } as const;
        const { handedOut, secret } = await issueSecret(await ports.people(), { ...given, ...request.body });
        const base = publicUrl ?? `${request.protocol}://${request.host}`;
        return { calendar: viewOf(secret), url: `${base}/api/v1/calendar.ics?token=${handedOut}` };
      });
      return reply.code(201).send(made);
    },
  );
  api.delete(
    '/session/calendars/:id',
    {
      schema: {
        tags,
        summary: '作废一个日历订阅地址',
        params: idParamsSchema,
        querystring: noQuerySchema,
        response: { 204: nothingSchema, ...faultsOfOne },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { personId } = accountOf(askedBy(request));
      const mine = (await ofPerson(personId)).some((each) => each.id === id);
      const removed = mine && (await (await ports.people()).removeSecret(tenant, 'calendar', id));
      if (!removed) throw new JiannuoError('not-found', { what: 'calendar', id });
      return reply.code(204).send(null);
    },
  );
}
