import type { Me, Role } from '../api/types.js';
import { staff } from './me.js';
import type { appWords } from './words.js';

interface Entry {
  readonly path: string;
  readonly label: keyof typeof appWords.zh.menu;
  readonly roles: readonly Role[];
}

/** The menu in its order. An entry comes with its page; who sees it follows src/api/access/rights.ts. */
const entries: readonly Entry[] = [
  { path: '/ledger', label: 'ledger', roles: [...staff, 'deputy', 'unit'] },
  { path: '/documents', label: 'documents', roles: staff },
  { path: '/proposals', label: 'proposals', roles: [...staff, 'deputy'] },
  { path: '/dashboard', label: 'dashboard', roles: [...staff, 'deputy', 'unit'] },
  { path: '/calendar', label: 'calendar', roles: [...staff, 'deputy', 'unit'] },
  { path: '/admin', label: 'admin', roles: ['editor', 'auditor', 'administrator'] },
];

export const menuOf = (me: Me): readonly Entry[] => entries.filter(({ roles }) => roles.includes(me.role));
