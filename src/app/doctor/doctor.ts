import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';

/** What the doctor looks at; each throws when it is not well. */
export interface Probes {
  readonly profile: 'embedded' | 'cluster';
  readonly dataFolder: string;
  readonly nodeVersion: string;
  readonly oldestNode: string;
  segmenter(): Promise<{ id: string; fallbackReason: string | null }>;
  /** What recognises scans: `fast` for the Tesseract that is installed here; null where it is switched off. */
  recognizer(): { id: string; fast: boolean } | null;
  /** The version of SQLite. */
  sqlite(): Promise<string>;
  /** Whether SQLite's addon was compiled by this installation, with the headers of its Node.js. */
  isSqliteCompiledHere(): boolean;
  /** The file with the announced holidays; null where none is named. */
  readonly holidays: { readonly path: string; load(): void } | null;
  /** Makes the folder where it is missing, writes and removes a file. */
  writeData(): Promise<void>;
  freeBytes(): Promise<number>;
  /** null where it is not to be looked for. */
  readonly mongodb: Server | null;
  readonly redis: Server | null;
}

interface Server {
  /** Without user and password. */
  readonly where: string;
  /** Reaches the server and looks at its settings. */
  ping(): Promise<void>;
}

/** `missing` is needed and not there; `unused` is not there and not needed by the profile; `warn` is worth knowing. */
export type Finding = { readonly state: 'ok' | 'warn' | 'missing' | 'unused' } & (
  | { readonly check: 'configuration'; readonly code: 'configurationOk'; readonly values: [profile: string] }
  | { readonly check: 'node'; readonly code: 'nodeOk'; readonly values: [version: string] }
  | { readonly check: 'node'; readonly code: 'nodeOld'; readonly values: [version: string, wanted: string] }
  | { readonly check: 'segmenter'; readonly code: 'segmenterOk'; readonly values: [id: string] }
  | {
      readonly check: 'segmenter';
      readonly code: 'segmenterFallback';
      readonly values: [id: string, reason: Phrase];
    }
  | { readonly check: 'segmenter'; readonly code: 'segmenterMissing'; readonly values: [reason: Phrase] }
  | {
      readonly check: 'recognizer';
      readonly code: 'recognizerFast' | 'recognizerSlow';
      readonly values: [id: string];
    }
  | { readonly check: 'recognizer'; readonly code: 'recognizerOff'; readonly values: [] }
  | { readonly check: 'recognizer'; readonly code: 'recognizerMissing'; readonly values: [reason: Phrase] }
  | {
      readonly check: 'sqlite';
      readonly code: 'sqliteOk' | 'sqliteHooks';
      readonly values: [version: string];
    }
  | { readonly check: 'holidays'; readonly code: 'holidaysOk'; readonly values: [path: string] }
  | { readonly check: 'holidays'; readonly code: 'holidaysFault'; readonly values: [JiannuoError] }
  | {
      readonly check: 'sqlite';
      readonly code: 'sqliteMissing' | 'sqliteUnused';
      readonly values: [reason: Phrase];
    }
  | { readonly check: 'data'; readonly code: 'dataOk'; readonly values: [path: string] }
  | { readonly check: 'data'; readonly code: 'dataMissing'; readonly values: [path: string, reason: Phrase] }
  | { readonly check: 'disk'; readonly code: 'diskOk' | 'diskLow'; readonly values: [bytes: number] }
  | { readonly check: 'disk'; readonly code: 'diskUnknown'; readonly values: [reason: Phrase] }
  | {
      readonly check: 'mongodb' | 'redis';
      readonly code: 'serverOk' | 'serverUnused';
      readonly values: [where: string];
    }
  | { readonly check: 'mongodb' | 'redis'; readonly code: 'serverFault'; readonly values: [JiannuoError] }
);

/** What was thrown, without what a coded fault says around its reason: that is told by the finding. */
function reasonOf(thrown: unknown): Phrase {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const reason = thrown instanceof JiannuoError ? (thrown.parameters.reason ?? message) : message;
  if (typeof reason === 'object') return reason;
  const line = String(reason).split('\n')[0] ?? '';
  return phrase(line, line);
}

/** Below it a session's originals may not fit. */
const lowDiskBytes = 1024 ** 3;

const numbers = (version: string): number[] =>
  version
    .replace(/^[^\d]*/, '')
    .split('.')
    .map(Number);

/** Whether a version such as 20.19.1 is at least another. */
function atLeast(version: string, wanted: string): boolean {
  const have = numbers(version);
  for (const [i, want] of numbers(wanted).entries()) {
    const part = have[i] ?? 0;
    if (part !== want) return part > want;
  }
  return true;
}

function nodeFinding({ nodeVersion, oldestNode }: Probes): Finding {
  return atLeast(nodeVersion, oldestNode)
    ? { check: 'node', state: 'ok', code: 'nodeOk', values: [nodeVersion] }
    : { check: 'node', state: 'missing', code: 'nodeOld', values: [nodeVersion, oldestNode] };
}

async function segmenterFinding(probes: Probes): Promise<Finding> {
  try {
    const { id, fallbackReason } = await probes.segmenter();
    if (fallbackReason === null)
      return { check: 'segmenter', state: 'ok', code: 'segmenterOk', values: [id] };
    const reason = reasonOf(fallbackReason);
    return { check: 'segmenter', state: 'warn', code: 'segmenterFallback', values: [id, reason] };
  } catch (thrown) {
    return { check: 'segmenter', state: 'missing', code: 'segmenterMissing', values: [reasonOf(thrown)] };
  }
}

function recognizerFinding(probes: Probes): Finding {
  try {
    const found = probes.recognizer();
    if (!found) return { check: 'recognizer', state: 'unused', code: 'recognizerOff', values: [] };
    const code = found.fast ? 'recognizerFast' : 'recognizerSlow';
    return { check: 'recognizer', state: 'ok', code, values: [found.id] };
  } catch (thrown) {
    return { check: 'recognizer', state: 'warn', code: 'recognizerMissing', values: [reasonOf(thrown)] };
  }
}

/** An addon compiled with the headers of this Node.js, or a later one, ends the process at times when memory is collected. */
const hooksSince = '24.19';

async function sqliteFinding(probes: Probes): Promise<Finding> {
  try {
    const version = await probes.sqlite();
    const isRisky = probes.isSqliteCompiledHere() && atLeast(probes.nodeVersion, hooksSince);
    if (isRisky && probes.profile === 'embedded')
      return { check: 'sqlite', state: 'warn', code: 'sqliteHooks', values: [probes.nodeVersion] };
    return { check: 'sqlite', state: 'ok', code: 'sqliteOk', values: [version] };
  } catch (thrown) {
    const values: [Phrase] = [reasonOf(thrown)];
    return probes.profile === 'embedded'
      ? { check: 'sqlite', state: 'missing', code: 'sqliteMissing', values }
      : { check: 'sqlite', state: 'unused', code: 'sqliteUnused', values };
  }
}

function holidaysFinding({ path, load }: NonNullable<Probes['holidays']>): Finding {
  try {
    load();
    return { check: 'holidays', state: 'ok', code: 'holidaysOk', values: [path] };
  } catch (thrown) {
    return { check: 'holidays', state: 'missing', code: 'holidaysFault', values: [asJiannuoError(thrown)] };
  }
}

async function dataFinding(probes: Probes): Promise<Finding> {
  try {
    await probes.writeData();
    return { check: 'data', state: 'ok', code: 'dataOk', values: [probes.dataFolder] };
  } catch (thrown) {
    return {
      check: 'data',
      state: 'missing',
      code: 'dataMissing',
      values: [probes.dataFolder, reasonOf(thrown)],
    };
  }
}

async function diskFinding(probes: Probes): Promise<Finding> {
  try {
    const free = await probes.freeBytes();
    return free < lowDiskBytes
      ? { check: 'disk', state: 'warn', code: 'diskLow', values: [free] }
      : { check: 'disk', state: 'ok', code: 'diskOk', values: [free] };
  } catch (thrown) {
    return { check: 'disk', state: 'warn', code: 'diskUnknown', values: [reasonOf(thrown)] };
  }
}

async function serverFinding(
  check: 'mongodb' | 'redis',
  server: Server | null,
  profile: Probes['profile'],
): Promise<Finding[]> {
  if (server === null) return [];
  const { where, ping } = server;
  try {
    await ping();
    return [{ check, state: 'ok', code: 'serverOk', values: [where] }];
  } catch (thrown) {
    if (profile === 'embedded') return [{ check, state: 'unused', code: 'serverUnused', values: [where] }];
    return [{ check, state: 'missing', code: 'serverFault', values: [asJiannuoError(thrown)] }];
  }
}

/** Everything that the profile needs and whether it is there. The data folder belongs to the embedded profile only. */
export async function examine(probes: Probes): Promise<Finding[]> {
  const { profile } = probes;
  const servers = await Promise.all([
    serverFinding('mongodb', probes.mongodb, profile),
    serverFinding('redis', probes.redis, profile),
  ]);
  return [
    { check: 'configuration', state: 'ok', code: 'configurationOk', values: [profile] },
    nodeFinding(probes),
    await segmenterFinding(probes),
    recognizerFinding(probes),
    await sqliteFinding(probes),
    ...(probes.holidays ? [holidaysFinding(probes.holidays)] : []),
    ...(profile === 'embedded' ? [await dataFinding(probes), await diskFinding(probes)] : []),
    ...servers.flat(),
  ];
}
