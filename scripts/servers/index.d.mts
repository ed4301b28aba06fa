export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Asks it to end and waits. */
  stop(): Promise<unknown>;
  /** SIGKILL: as if the power had gone. */
  kill(): Promise<unknown>;
}

/** Paths of both servers (PATH, JIANNUO_MONGOD, JIANNUO_REDIS_SERVER, or fetched once). Throws with what to do. */
export function ensureServers(): Promise<{ mongod: string; redisServer: string }>;

/** Replica set rs0, its primary elected; the url names no database. A used folder goes on with its data. */
export function startMongod(options: {
  dir: string;
  port?: number;
  members?: number;
  /** No replica set: what the store must refuse. */
  alone?: boolean;
}): Promise<
  RunningServer & {
    readonly pids: readonly number[];
    /** SIGKILL to the member that takes writes; gives what starts it again. */
    killPrimary(): Promise<() => Promise<void>>;
  }
>;

/** Append-only file on and no eviction, unless told otherwise. */
export function startRedis(options: {
  dir: string;
  port?: number;
  appendonly?: boolean;
  policy?: string;
}): Promise<RunningServer>;

export function freePort(): Promise<number>;

/** The url of one database on a server; keeps the options. */
export function databaseUrl(url: string, name: string): string;
