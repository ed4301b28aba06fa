import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { JiannuoError } from './domain/errors.js';
import { issuePhrase } from './domain/issue-phrase.js';

const megabytes = 1024 * 1024;
const positive = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const recognizers = ['auto', 'tesseract', 'tesseract.js', 'off'] as const;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const listed = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const environmentSchema = z.object({
  /** embedded: SQLite and its queue, one process. cluster: MongoDB, Redis, any number of processes. */
  JIANNUO_PROFILE: z.enum(['embedded', 'cluster']).default('embedded'),
  /** Embedded profile: folder of the ledger and the originals. */
  JIANNUO_DATA: z.string().min(1).default(join(homedir(), '.jiannuo')),
  JIANNUO_MONGODB_URL: z.string().min(1).default('mongodb://127.0.0.1:27017/jiannuo?replicaSet=rs0'),
  JIANNUO_REDIS_URL: z.string().min(1).default('redis://127.0.0.1:6379/0'),
  /** Prefix of everything kept in Redis. */
  JIANNUO_QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('jiannuo'),
  JIANNUO_TENANT: z.string().min(1).max(64).default('default'),
  JIANNUO_PLACE: z.string().max(64).optional(),
  JIANNUO_HOST: z.string().min(1).default('127.0.0.1'),
  /** Comma-separated host names that the API may be asked for by, besides those of this machine itself. */
  JIANNUO_HOSTS: z
    .string()
    .default('')
    .transform((names) => listed(names))
    .pipe(z.array(z.string().regex(/^([\w.-]+|\[[0-9a-f:.]+\])(:\d+)?$/i))),
  JIANNUO_PORT: z.coerce.number().int().min(0).max(65_535).default(8750),
  /** Where people ask for the service when a proxy stands before it: links in exports lead there, and it may be asked for by that name. */
  JIANNUO_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  JIANNUO_MAX_FILE_BYTES: positive(100 * megabytes),
  /** Jobs that one worker process runs at once. */
  JIANNUO_CONCURRENCY: positive(4),
  /** Comma-separated job kinds of this worker; empty means all. */
  JIANNUO_JOB_KINDS: z.string().default(''),
  /** While so many documents wait to be read, further uploads are told to come later. */
  JIANNUO_MAX_WAITING: positive(20_000),
  /** Documents that have not moved for so long are looked for in the queue, as often; those it has lost are queued again. */
  JIANNUO_REQUEUE_SECONDS: positive(60),
  JIANNUO_READ_SECONDS: positive(30),
  JIANNUO_READ_MEMORY_BYTES: positive(512 * megabytes),
  /** Reader child processes at once of this process: 2, on a cluster 1, where there are more workers. */
  JIANNUO_READERS: z.coerce.number().int().positive().optional(),
  /** Who recognises scans: the Tesseract installed here, the one that comes along, the better of the two, or nobody. */
  JIANNUO_RECOGNIZER: z.enum(recognizers).default('auto'),
  /** What one document with pages to be recognised may take, some seconds a page. */
  JIANNUO_RECOGNIZE_SECONDS: positive(1800),
  JIANNUO_RECOGNIZE_MEMORY_BYTES: positive(1024 * megabytes),
  /** Recognising child processes at once, beside the readers. */
  JIANNUO_RECOGNIZERS: positive(1),
  /** What extracting from one text may take, once it is its turn; the dictionary is some 300 MiB of it. */
  JIANNUO_EXTRACT_SECONDS: positive(120),
  JIANNUO_EXTRACT_MEMORY_BYTES: positive(1536 * megabytes),
  /** Extractor child processes at once, each with a dictionary. */
  JIANNUO_EXTRACTORS: positive(1),
  /** Of the times that the command line prints. */
  JIANNUO_TIME_ZONE: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  /** The office's practice: the id of a profile (national, three-class) or a JSON file. */
  JIANNUO_PRACTICE: z.string().min(1).default('national'),
  /** A JSON file with the announced holidays and working days, for years later than the program's. */
  JIANNUO_HOLIDAYS: z.string().min(1).optional(),
  /** A JSON file that says who is reminded of deadlines, by webhook or e-mail; none: nobody. */
  JIANNUO_REMINDERS: z.string().min(1).optional(),
  /** Where backups go that are made from the page; on a cluster every API and worker process must see it. */
  JIANNUO_BACKUPS: z.string().min(1).optional(),
  JIANNUO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  readonly profile: 'embedded' | 'cluster';
  readonly dataFolder: string;
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  readonly queuePrefix: string;
  readonly tenant: string;
  readonly place: string | null;
  readonly host: string;
  readonly hosts: readonly string[];
  readonly port: number;
  /** Without a slash at the end; null where it is asked for at its own address. */
  readonly publicUrl: string | null;
  readonly maxFileBytes: number;
  readonly concurrency: number;
  readonly jobKinds: readonly string[];
  readonly maxWaiting: number;
  readonly requeueSeconds: number;
  readonly readSeconds: number;
  readonly readMemoryBytes: number;
  readonly readers: number;
  readonly recognizer: (typeof recognizers)[number];
  readonly recognizeSeconds: number;
  readonly recognizeMemoryBytes: number;
  readonly recognizers: number;
  readonly extractSeconds: number;
  readonly extractMemoryBytes: number;
  readonly extractors: number;
  readonly timeZone: string;
  readonly practice: string;
  readonly holidays: string | null;
  readonly reminders: string | null;
  /** null on a cluster that has named none. */
  readonly backups: string | null;
  readonly logLevel: string;
}

/** Parses the environment once, at start. Throws `configuration-invalid` naming the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new JiannuoError('configuration-invalid', {
      name: String(issue?.path[0] ?? 'JIANNUO_*'),
      reason: issue ? issuePhrase(issue) : '',
    });
  }
  const env = parsed.data;
  return {
    profile: env.JIANNUO_PROFILE,
    dataFolder: env.JIANNUO_DATA,
    mongodbUrl: env.JIANNUO_MONGODB_URL,
    redisUrl: env.JIANNUO_REDIS_URL,
    queuePrefix: env.JIANNUO_QUEUE_PREFIX,
    tenant: env.JIANNUO_TENANT,
    place: env.JIANNUO_PLACE ?? null,
    host: env.JIANNUO_HOST,
    hosts: [...env.JIANNUO_HOSTS, ...(env.JIANNUO_PUBLIC_URL ? [new URL(env.JIANNUO_PUBLIC_URL).host] : [])],
    port: env.JIANNUO_PORT,
    publicUrl: env.JIANNUO_PUBLIC_URL ?? null,
    maxFileBytes: env.JIANNUO_MAX_FILE_BYTES,
    concurrency: env.JIANNUO_CONCURRENCY,
    jobKinds: listed(env.JIANNUO_JOB_KINDS),
    maxWaiting: env.JIANNUO_MAX_WAITING,
    requeueSeconds: env.JIANNUO_REQUEUE_SECONDS,
    readSeconds: env.JIANNUO_READ_SECONDS,
    readMemoryBytes: env.JIANNUO_READ_MEMORY_BYTES,
    readers: env.JIANNUO_READERS ?? (env.JIANNUO_PROFILE === 'cluster' ? 1 : 2),
    recognizer: env.JIANNUO_RECOGNIZER,
    recognizeSeconds: env.JIANNUO_RECOGNIZE_SECONDS,
    recognizeMemoryBytes: env.JIANNUO_RECOGNIZE_MEMORY_BYTES,
    recognizers: env.JIANNUO_RECOGNIZERS,
    extractSeconds: env.JIANNUO_EXTRACT_SECONDS,
    extractMemoryBytes: env.JIANNUO_EXTRACT_MEMORY_BYTES,
    extractors: env.JIANNUO_EXTRACTORS,
    timeZone: env.JIANNUO_TIME_ZONE,
    practice: env.JIANNUO_PRACTICE,
    holidays: env.JIANNUO_HOLIDAYS ?? null,
    reminders: env.JIANNUO_REMINDERS ?? null,
    backups:
      env.JIANNUO_BACKUPS ?? (env.JIANNUO_PROFILE === 'embedded' ? join(env.JIANNUO_DATA, 'backups') : null),
    logLevel: env.JIANNUO_LOG_LEVEL,
  };
}
