import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { may, staff, useMe } from '../app/me.js';

interface Given {
  readonly documentId: string;
  readonly itemId?: string | null | undefined;
  readonly children: ReactNode;
}

/** Leads to a document; plain text for who may not open documents (src/api/access/rights.ts). */
export function DocumentLink({ documentId, itemId, children }: Given) {
  if (!may(useMe(), ...staff)) return children;
  const item = itemId ? `?item=${encodeURIComponent(itemId)}` : '';
  return <Link to={`/documents/${encodeURIComponent(documentId)}${item}`}>{children}</Link>;
}
