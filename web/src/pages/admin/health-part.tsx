import { useQuery } from '@tanstack/react-query';
import { Descriptions, Tag } from 'antd';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { aliveSchema, readySchema } from '../../../../src/api/contract/health.js';
import { useJobs } from '../../api/operations.js';
import { unreachable } from '../../api/problem.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { currentLanguage } from '../../i18n/current.js';
import { useWords } from '../../i18n/words.js';
import { FindingsTable } from './findings-table.js';
import { healthWords } from './health-words.js';

type Ready = z.output<typeof readySchema>;

const askedMs = 10_000;

/** Told by status 503 as well: what is wrong then stands in the answer. */
async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const headers = { accept: 'application/json', 'accept-language': currentLanguage() };
  try {
    return (await (await fetch(path, { headers, signal })).json()) as Answer;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    throw unreachable();
  }
}

function State({ fault }: { readonly fault: Ready['store'] }) {
  const t = useWords(healthWords);
  return fault === null ? (
    <Tag color="success">{t.well}</Tag>
  ) : (
    <>
      <Tag color="error">{t.ill}</Tag> {fault.message}
    </>
  );
}

/** Whether the parts that the service rests on answer, and what waits for somebody. */
export function HealthPart() {
  const t = useWords(healthWords);
  const alive = useQuery({
    queryKey: ['health', 'alive'],
    queryFn: ({ signal }) => ask<z.output<typeof aliveSchema>>('/healthz', signal),
  });
  const ready = useQuery({
    queryKey: ['health', 'ready'],
    queryFn: ({ signal }) => ask<Ready>('/readyz', signal),
    refetchInterval: askedMs,
  });
  const dead = useJobs('dead');
  const failed = alive.error ?? ready.error ?? dead.error;
  const count = dead.data?.jobs.length;
  return (
    <>
      {failed ? <ProblemNotice thrown={failed} onRetry={() => void ready.refetch()} /> : null}
      <Descriptions
        bordered
        column={1}
        size="small"
        items={[
          { key: 'version', label: t.version, children: alive.data?.version },
          { key: 'store', label: t.store, children: ready.data ? <State fault={ready.data.store} /> : null },
          { key: 'queue', label: t.queue, children: ready.data ? <State fault={ready.data.queue} /> : null },
          {
            key: 'dead',
            label: t.dead,
            children: count ? (
              <Link to="/admin/jobs">{t.deadCount(count)}</Link>
            ) : count === 0 ? (
              t.noDead
            ) : null,
          },
        ]}
      />
      <FindingsTable />
    </>
  );
}
