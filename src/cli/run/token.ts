import { z } from 'zod';
import { jsonLine } from '../../adapters/export/json/json-line.js';
import { issueSecret, lives } from '../../app/people/secrets.js';
import { parseQuery } from '../../app/query/ledger-query.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Secret } from '../../domain/people.js';
import { roleWords } from '../../domain/role-words.js';
import type { Context } from '../context.js';
import { clockOf } from '../output/instant.js';
import { note, write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { recordHere } from './trail.js';
import type { NewTokenOptions, UserListOptions } from './user.js';

const daysSchema = z.object({ days: z.coerce.number().pipe(z.int().min(1).max(3_650)) });

/** API tokens, never themselves: those are shown once. */
export async function runTokens(context: Context, { format, data }: UserListOptions): Promise<number> {
  const { config, people } = await context.compose({ data });
  const tokens = await (await people()).secrets(config.tenant, 'token');
  const { t, language } = context;
  const clock = clockOf(config.timeZone);
  if (format === 'jsonl')
    await write(
      tokens.map(({ tenant: _, hash: __, kind: ___, ...token }) => `${jsonLine(token)}\n`).join(''),
    );
  else if (tokens.length === 0) await write(`${t.people.noTokens}\n`);
  else {
    const columns = [
      { title: t.columns.id, cell: ({ id }: Secret) => id, max: 36 },
      { title: t.people.name, cell: ({ name }: Secret) => name, max: 24 },
      { title: t.people.role, cell: ({ role }: Secret) => roleWords[role][language], max: 14 },
      {
        title: t.inZone(t.people.until, config.timeZone),
        cell: ({ expiresAt }: Secret) => (expiresAt === null ? '' : clock(expiresAt)),
        max: 24,
      },
    ];
    await write(renderTable(columns, tokens));
  }
  return 0;
}

/** Prints the token alone on standard output, so that a script can take it. */
export async function runAddToken(
  context: Context,
  { role, name, unit, proposal, days, data }: NewTokenOptions,
): Promise<number> {
  const { config, people } = await context.compose({ data });
  const life = lives.token(parseQuery(daysSchema, { days }).days);
  const token = { kind: 'token', tenant: config.tenant, personId: null, lifeMs: life } as const;
  const bound = { units: unit ?? [], proposalIds: proposal ?? [] };
  const { handedOut, secret } = await issueSecret(await people(), {
    ...token,
    ...bound,
    role,
    name: name ?? role,
  });
  await recordHere(context, 'token add', secret.id, data);
  note(context.t.people.once);
  await write(`${handedOut}\n`);
  return 0;
}

export async function runRemoveToken(
  context: Context,
  id: string,
  { data }: { data?: string },
): Promise<number> {
  const { config, people } = await context.compose({ data });
  const removed = await (await people()).removeSecret(config.tenant, 'token', id);
  if (!removed) throw new JiannuoError('not-found', { what: 'token', id });
  await recordHere(context, 'token remove', id, data);
  note(context.t.people.removed(id));
  return 0;
}
