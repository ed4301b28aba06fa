import type { RunningServer } from './servers/index.mjs';

export interface ClusterProcess {
  readonly pid: number;
  /** File of what it logs. */
  readonly log: string;
  /** Asks it to end and waits. */
  stop(): Promise<unknown>;
  /** SIGKILL. */
  kill(): Promise<unknown>;
}

export interface Cluster {
  readonly mongod: RunningServer;
  readonly redis: RunningServer;
  /** The configuration that all its processes have. */
  readonly env: Readonly<Record<string, string>>;
  readonly workers: readonly ClusterProcess[];
  readonly apis: readonly (ClusterProcess & { readonly url: string })[];
  stop(): Promise<void>;
}

export function startCluster(options: {
  /** Data of the servers, and logs. A used one goes on with its data. */
  dir: string;
  workers?: number;
  apis?: number;
  /** Of the first API; free ones where it is not given. */
  port?: number;
  /** More JIANNUO_* variables. */
  environment?: Record<string, string>;
}): Promise<Cluster>;
