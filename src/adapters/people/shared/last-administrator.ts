import type { PersonChange } from '../../../app/ports/people-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { Person } from '../../../domain/people.js';

const governs = ({ role, disabled }: Pick<Person, 'role' | 'disabled'>): boolean =>
  role === 'administrator' && !disabled;

/** The person as changed. Faults: `edit-conflict`, `last-administrator`. */
export function changed(
  person: Person,
  change: PersonChange,
  version: number | undefined,
  otherAdministrators: number,
): Person {
  if (version !== undefined && version !== person.version)
    throw new JiannuoError('edit-conflict', { version: person.version });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next: Person = { ...person, ...given, version: person.version + 1 };
  if (governs(person) && !governs(next) && otherAdministrators === 0)
    throw new JiannuoError('last-administrator');
  return next;
}
