import type { Practice, Profile } from '../../api/administration.js';

export const letters = ['A', 'B', 'C', 'D'] as const;
type Meaning = Profile['resultClasses'][string];

/** What the form holds: a profile without its id, of which classes and conditions may be empty. */
export interface PracticeValues extends Omit<Profile, 'id' | 'resultClasses'> {
  readonly resultClasses: Readonly<Record<string, Meaning | undefined>>;
}

/** What the form begins with. Every letter is named, so that none of the rules before stays. */
export const valuesOf = ({ id: _, ...profile }: Profile): PracticeValues => ({
  ...profile,
  resultClasses: Object.fromEntries(letters.map((letter) => [letter, profile.resultClasses[letter]])),
});

const statuses = ['claimed', 'verified', 'schedule'] as const;

/** A line without the conditions that name nothing. */
function lineOf(line: Profile['lights'][number]): Profile['lights'][number] {
  const named = statuses.filter((name) => (line[name]?.length ?? 0) > 0).map((name) => [name, line[name]]);
  return { light: line.light, ...Object.fromEntries(named) };
}

/** What is to be sent. A profile that comes with the program stays what it is: the office's own has a name of its own. */
export function profileOf(values: PracticeValues, { profile, from }: Practice): Profile {
  const classes = letters.flatMap((letter) => {
    const meaning = values.resultClasses[letter];
    return meaning ? [[letter, meaning] as const] : [];
  });
  return {
    ...values,
    id: from === 'office' ? profile.id : 'office',
    lights: values.lights.map(lineOf),
    resultClasses: Object.fromEntries(classes),
  };
}

type Path = (string | number)[];

const paths: readonly Path[] = [
  ...[
    ['name', 'zh'],
    ['name', 'en'],
    ['opinionMonths'],
    ['redoMonths'],
    ['dueSoonDays'],
    ['binDays'],
    ['lights'],
  ],
  ...(['npc', 'cppcc'] as const).flatMap((body) => [0, 1].map((n) => ['replyMonths', body, n])),
  ...letters.map((letter) => ['resultClasses', letter]),
];

/** Those values of a profile that were not touched in the form. */
export function untouchedOf(
  profile: Profile,
  isTouched: (path: Path) => boolean,
): { readonly path: Path; readonly value: unknown }[] {
  const at = (path: Path): unknown =>
    path.reduce<unknown>(
      (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
      profile,
    );
  return paths.filter((path) => !isTouched(path)).map((path) => ({ path, value: at(path) }));
}
