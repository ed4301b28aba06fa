import { exportColumns } from '../../../src/app/export/export-columns.js';
import type { ExportOptions } from '../../../src/app/ports/ledger-exporter.js';
import { national } from '../../../src/app/profiles/national.profile.js';
import type { LedgerRow } from '../../../src/domain/ledger.js';
import { type ItemSeed, items } from '../../contract/ledger-fixtures.js';

export const row = (seed: ItemSeed = {}, document: Partial<LedgerRow['document']> = {}): LedgerRow => {
  const [item] = items('export', [{ quote: '县域就诊率达到92%以上', ...seed }]);
  if (!item) throw new Error('no item');
  return {
    ...item,
    tenant: 'default',
    documentId: 'd1',
    document: {
      ...{ name: '答复.pdf', title: '关于第12号建议的答复', kind: 'reply', issuer: '市卫健委' },
      ...{ date: '2024-06-01', proposalNumber: '12', publicity: 'public' },
      ...document,
    },
    unitIds: [],
    state: null,
  };
};

export const options: ExportOptions = {
  columns: exportColumns,
  language: 'zh',
  linkBase: 'http://127.0.0.1:8750',
  day: '2025-03-01',
  notice: 'urge',
  profile: national,
  standing: async () => null,
};

export async function* pagesOf(...pages: (readonly LedgerRow[])[]): AsyncGenerator<readonly LedgerRow[]> {
  yield* pages;
}
