import { useMutation, useQueryClient } from '@tanstack/react-query';
import { noteOwnChange } from '../live/own-changes.js';
import { surely } from '../reach/reach.js';
import { api } from './client.js';
import { documentsKey } from './documents.js';
import type { StoredDocument } from './types.js';

type Meta = NonNullable<StoredDocument['meta']>;
export type MetaFields = NonNullable<Meta['asRead']>;

interface Correcting {
  readonly document: StoredDocument;
  readonly fields: MetaFields;
  readonly reason: string;
}

/** Sets what a document says of itself, against the corrections that were seen. */
export function useCorrectMeta() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ document: { id, meta }, fields, reason }: Correcting) =>
      surely((headers) =>
        api.post<StoredDocument>(
          `/documents/${encodeURIComponent(id)}/corrections`,
          { fields, reason },
          { ...headers, 'if-match': `"${meta?.corrections?.length ?? 0}"` },
        ),
      ),
    onSuccess: (document) => {
      noteOwnChange(document.id);
      client.setQueryData(['document', document.id], document);
    },
    // Also after a refusal: somebody else may have set them.
    onSettled: (_document, _thrown, { document: { id } }) => {
      for (const queryKey of [documentsKey, ['ledger'], ['proposal'], ['proposals'], ['document', id]])
        void client.invalidateQueries({ queryKey, exact: queryKey[0] === 'document' });
    },
  });
}
