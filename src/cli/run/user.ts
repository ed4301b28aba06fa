import { jsonLine } from '../../adapters/export/json/json-line.js';
import { addPerson, invite } from '../../app/people/invitations.js';
import { JiannuoError } from '../../domain/errors.js';
import { loginSchema, type Person, type Role } from '../../domain/people.js';
import { roleWords } from '../../domain/role-words.js';
import type { Context } from '../context.js';
import { note, write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { serviceUrl } from './service-url.js';
import { recordHere } from './trail.js';

export interface BindingOptions {
  readonly role: Role;
  readonly name?: string;
  readonly unit?: string[];
  readonly proposal?: string[];
  readonly data?: string;
}
export type NewUserOptions = BindingOptions;
export type NewTokenOptions = BindingOptions & { readonly days: string };
export interface UserListOptions {
  readonly format: 'table' | 'jsonl';
  readonly data?: string;
}

/** Everybody with an account. */
export async function runUsers(context: Context, { format, data }: UserListOptions): Promise<number> {
  const { config, people } = await context.compose({ data });
  const found = await (await people()).people(config.tenant);
  const { t, language } = context;
  if (format === 'jsonl')
    await write(found.map(({ tenant: _, ...person }) => `${jsonLine(person)}\n`).join(''));
  else if (found.length === 0) await write(`${t.people.nobody}\n`);
  else {
    const columns = [
      { title: t.people.login, cell: ({ login }: Person) => login, max: 24 },
      { title: t.people.name, cell: ({ name }: Person) => name, max: 20 },
      { title: t.people.role, cell: ({ role }: Person) => roleWords[role][language], max: 14 },
      {
        title: t.people.state,
        cell: ({ disabled }: Person) => t.people.states[disabled ? 'off' : 'on'],
        max: 8,
      },
      {
        title: t.people.bound,
        cell: ({ units, proposalIds }: Person) => [...units, ...proposalIds].join(', '),
        max: 60,
      },
    ];
    await write(renderTable(columns, found));
  }
  return 0;
}

/** Adds somebody and prints the link by which they set their password. */
export async function runAddUser(
  context: Context,
  login: string,
  { role, name, unit, proposal, data }: NewUserOptions,
): Promise<number> {
  const { config, people } = await context.compose({ data });
  const store = await people();
  const given = { login, name: name ?? login, role, units: unit ?? [], proposalIds: proposal ?? [] };
  const person = await addPerson(store, config.tenant, given);
  await recordHere(context, 'user add', person.id, data);
  note(context.t.people.added(person.login));
  await write(`${serviceUrl(config)}/setup?code=${await invite(store, person)}\n`);
  return 0;
}

async function named(context: Context, login: string, data: string | undefined) {
  const { config, people } = await context.compose({ data });
  const store = await people();
  const known = loginSchema.safeParse(login).data ?? login;
  const found = await store.credentials(config.tenant, known);
  if (!found) throw new JiannuoError('not-found', { what: 'person', id: login });
  return { config, store, person: found.person };
}

/** A new link for somebody who forgot their password. */
export async function runUserLink(
  context: Context,
  login: string,
  { data }: { data?: string },
): Promise<number> {
  const { config, store, person } = await named(context, login, data);
  await recordHere(context, 'user link', person.id, data);
  note(context.t.people.once);
  await write(`${serviceUrl(config)}/setup?code=${await invite(store, person)}\n`);
  return 0;
}

/** Shuts somebody out, from their next request on. */
export async function runDisableUser(
  context: Context,
  login: string,
  { data }: { data?: string },
): Promise<number> {
  const { config, store, person } = await named(context, login, data);
  await store.changePerson(config.tenant, person.id, { disabled: true });
  await recordHere(context, 'user disable', person.id, data);
  note(context.t.people.disabled(person.login));
  return 0;
}
