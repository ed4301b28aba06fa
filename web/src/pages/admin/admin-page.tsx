import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Role } from '../../api/types.js';
import { may, useMe } from '../../app/me.js';
import { useWords } from '../../i18n/words.js';
import { BackupsPart } from './backups-part.js';
import { BinPart } from './bin-part.js';
import { HealthPart } from './health-part.js';
import { JobsPart } from './jobs-part.js';
import { PracticePart } from './practice-part.js';
import { TokensPart } from './tokens-part.js';
import { TrailPart } from './trail-part.js';
import { UsersPart } from './users-part.js';
import { adminWords } from './words.js';
import './admin.css';

interface Part {
  readonly key: keyof typeof adminWords.zh.parts;
  readonly roles: readonly Role[];
  readonly content: ReactNode;
}

const parts: readonly Part[] = [
  { key: 'users', roles: ['administrator'], content: <UsersPart /> },
  { key: 'tokens', roles: ['administrator'], content: <TokensPart /> },
  { key: 'jobs', roles: ['editor', 'administrator'], content: <JobsPart /> },
  { key: 'bin', roles: ['editor', 'administrator'], content: <BinPart /> },
  { key: 'practice', roles: ['administrator'], content: <PracticePart /> },
  { key: 'backups', roles: ['administrator'], content: <BackupsPart /> },
  { key: 'health', roles: ['administrator'], content: <HealthPart /> },
  { key: 'trail', roles: ['auditor', 'administrator'], content: <TrailPart /> },
];

/** What keeps the office's ledger running; who sees which part follows src/api/access/rights.ts. */
export function AdminPage() {
  const t = useWords(adminWords);
  const me = useMe();
  const { part } = useParams();
  const navigate = useNavigate();
  const mine = parts.filter(({ roles }) => may(me, ...roles));
  const first = mine[0];
  if (!first) return <Navigate to="/" replace />;
  const shown = mine.find(({ key }) => key === part) ?? first;
  return (
    <>
      <h1>{t.title}</h1>
      <Tabs
        activeKey={shown.key}
        onChange={(key) => void navigate(`/admin/${key}`)}
        destroyOnHidden
        items={mine.map(({ key, content }) => ({ key, label: t.parts[key], children: content }))}
      />
    </>
  );
}
