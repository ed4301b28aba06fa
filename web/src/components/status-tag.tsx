import { Tag } from 'antd';
import type { Statuses } from '../api/types.js';
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

/** One of the three statuses, in its word and colour. */
export function StatusTag<Kind extends keyof typeof colors>({
  kind,
  of,
}: {
  readonly kind: Kind;
  readonly of: Statuses[Kind];
}) {
  const words = useWords(terms)[kind] as Readonly<Record<string, string>>;
  return <Tag color={(colors[kind] as Readonly<Record<string, string>>)[of] ?? 'default'}>{words[of]}</Tag>;
}
