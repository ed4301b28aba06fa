import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';

/** Where a server was looked for, without name and password. */
export function serversOf(url: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]*)/.exec(url)?.[1] || url.replace(/\/\/[^@/]*@/, '//');
}

const away =
  /^(Mongo(ose)?ServerSelection|MongoNetwork|MongoNetworkTimeout|MongoPoolCleared|MongoTopologyClosed|MongoNotConnected|MongoExpiredSession|MongoClientClosed|MongoWaitQueueTimeout|MongoOperationTimeout|MongoClientBulkWriteNetwork)\w*Error$/;

/** NotWritablePrimary and its kin, shutdown, write concern not met, disk. */
const awayCodes = new Set([6, 7, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031]);

/** Unauthorized, UserNotFound, AuthenticationFailed, and what Atlas says. */
const refusedCodes = new Set([11, 13, 18, 8000]);

/** A socket that broke under a command comes through as Node's own error, not as the driver's. */
const brokenSocket = /^(EPIPE|ECONN\w+|ETIMEDOUT|ENOTCONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** SnapshotTooOld, SnapshotUnavailable: the server has forgotten how things stood when the reading began. */
const overCodes = new Set([239, 246]);

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** The coded fault of what the driver threw; anything it does not know is given back as it is. */
export function mongoFault(url: string, error: unknown): unknown {
  if (error instanceof JiannuoError || !(error instanceof Error)) return error;
  const where = serversOf(url);
  const code = codeOf(error);
  // The driver itself talks to none that is older still.
  if (/wire version/i.test(error.message))
    return new JiannuoError(
      'store-unsuitable',
      { where, reason: phrase(`${error.message}；请升级 MongoDB`, `${error.message}; upgrade MongoDB`) },
      error,
    );
  if (code === 20 || /replica set/i.test(error.message))
    return new JiannuoError(
      'store-unsuitable',
      {
        where,
        reason: phrase(
          `${error.message}；MongoDB 须以副本集方式运行`,
          `${error.message}; MongoDB must run as a replica set`,
        ),
      },
      error,
    );
  if (typeof code === 'number' && overCodes.has(code))
    return new JiannuoError(
      'store-unsuitable',
      {
        where,
        reason: phrase(
          '没有在快照保留时间内读完，请调高 minSnapshotHistoryWindowInSeconds 后重试',
          'the snapshot was over before all was read; raise minSnapshotHistoryWindowInSeconds and try again',
        ),
      },
      error,
    );
  if (/^Mongo(Parse|InvalidArgument)Error$/.test(error.name))
    return new JiannuoError(
      'configuration-invalid',
      { name: 'JIANNUO_MONGODB_URL', reason: error.message },
      error,
    );
  if (typeof code === 'number' && refusedCodes.has(code))
    return new JiannuoError('store-refused', { where, reason: error.message }, error);
  if (
    away.test(error.name) ||
    (typeof code === 'number' && awayCodes.has(code)) ||
    (typeof code === 'string' && brokenSocket.test(code))
  )
    return new JiannuoError('store-unavailable', { where, reason: error.message }, error);
  return error;
}
