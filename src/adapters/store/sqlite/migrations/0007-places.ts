import type { SqlMigration } from '../../../sqlite/migrate.js';

/** Documents of a place. */
export const placesMigration: SqlMigration = {
  number: 7,
  name: '0007-places',
  sql: 'CREATE INDEX documents_by_place ON documents (tenant, place);',
};
