import type { z } from 'zod';
import type { CorrectedMeta, DocumentMeta, MetaCorrection, metaFieldsSchema } from './document.js';

export type MetaFields = z.infer<typeof metaFieldsSchema>;
type Given = Partial<Pick<DocumentMeta, keyof MetaFields>>;

/** Only what is said, `null` included. */
const given = (...fields: readonly MetaFields[]): Given =>
  Object.fromEntries(
    fields.flatMap((each) => Object.entries(each).filter(([, value]) => value !== undefined)),
  ) as Given;

/** What an engine read, with the fields that people set standing in their place; what was read of those is kept beside them. */
export function withCorrections(read: DocumentMeta, corrections: readonly MetaCorrection[]): CorrectedMeta {
  if (corrections.length === 0) return read;
  const fields = given(...corrections.map((each) => each.fields));
  const asRead = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const was = read[name as keyof Given];
      return was === value ? [] : [[name, was]];
    }),
  );
  return {
    ...read,
    ...fields,
    ...(Object.keys(asRead).length > 0 && { asRead }),
    corrections: [...corrections],
  };
}

/** What the engine read, whatever people have set since. */
export const metaAsRead = ({ asRead, corrections: _, ...meta }: CorrectedMeta): DocumentMeta => ({
  ...meta,
  ...given(asRead ?? {}),
});

export const correctionsOf = (meta: CorrectedMeta | null): readonly MetaCorrection[] =>
  meta?.corrections ?? [];

/** What people have set of a document so far, by the last who set each field; `null`: there is none. */
export const fieldsSet = (meta: CorrectedMeta | null): MetaFields =>
  given(...correctionsOf(meta).map(({ fields }) => fields));
