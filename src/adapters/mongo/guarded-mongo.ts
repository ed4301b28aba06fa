import type { Connection } from 'mongoose';
import { guarded } from '../shared/guarded.js';
import type { MongoAt } from './connection.js';
import { mongoFault } from './fault.js';
import { SilenceWatch } from './silence.js';

/** The same methods with coded faults; where nobody is to wait for a silent server, each ends when it falls silent. */
export function guardedMongo<T extends { close(): Promise<void> }>(
  connection: Connection,
  { url, impatient }: MongoAt,
  methods: T,
): T {
  const faultOf = (error: unknown) => mongoFault(url, error);
  if (!impatient) return guarded(methods, faultOf);
  const watch = new SilenceWatch(connection, url);
  const watched = guarded(methods, faultOf, (work) => watch.during(work));
  // A connection to a silent server is closed all the same.
  return { ...watched, close: methods.close };
}
