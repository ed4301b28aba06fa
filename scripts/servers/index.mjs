#!/usr/bin/env node
/** Real servers for tests, benchmarks and the native cluster. Run directly it only fetches them. */
import { pathToFileURL } from 'node:url';
import { ensureServers } from './fetch.mjs';

export { ensureServers } from './fetch.mjs';
export { startMongod } from './mongod.mjs';
export { startRedis } from './redis.mjs';
export { freePort } from './spawn.mjs';

/** The url of one database on a server; keeps the options. */
export function databaseUrl(url, name) {
  return url.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+)\/[^?]*/, (_, server) => `${server}/${name}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await ensureServers(), null, 2));
}
