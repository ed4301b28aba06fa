import { z } from 'zod';

/** Of a file in the folder for backups: the instant at which its writing began, UTC, and nothing of a path. */
export const backupNameSchema = z.string().regex(/^jiannuo-\d{8}T\d{6}Z\.backup$/);

/** The name of a backup that begins now. */
export const backupName = (now: Date): string =>
  `jiannuo-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;

export interface Backup {
  readonly name: string;
  readonly bytes: number;
  /** ISO instant at which it was whole. */
  readonly madeAt: string;
}
