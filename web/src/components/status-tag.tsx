import { Tag } from 'antd';
import type { Statuses } from '../api/types.js';
import { joins } from '../i18n/joins.js';
import { terms } from '../i18n/terms.js';
import { useWords } from '../i18n/words.js';

const colors = {
  verified: {
    none: 'default',
    met: 'success',
    not_met: 'error',
    in_progress: 'processing',
    changed: 'warning',
    disputed: 'warning',
  },
  schedule: { no_deadline: 'default', not_due: 'default', due_soon: 'warning', overdue: 'error' },
  claimed: {
    none: 'default',
    not_started: 'default',
    under_way: 'processing',
    done: 'success',
    cannot: 'error',
  },
} as const;

/**
 * One of the three statuses, in its word and colour.
 * @param named with the name of the status before it, where no heading says which it is
 */
export function StatusTag<Kind extends keyof typeof colors>({
  kind,
  of,
  named = false,
}: {
  readonly kind: Kind;
  readonly of: Statuses[Kind];
  readonly named?: boolean;
}) {
  const all = useWords(terms);
  const { labelled } = useWords(joins);
  const word = (all[kind] as Readonly<Record<string, string>>)[of];
  const color = (colors[kind] as Readonly<Record<string, string>>)[of] ?? 'default';
  return <Tag color={color}>{named ? labelled(all.status[kind], word ?? '') : word}</Tag>;
}
