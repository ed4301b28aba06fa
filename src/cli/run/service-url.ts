import type { Config } from '../../config.js';

/** Where people ask for the service, without a slash at the end. */
export function serviceUrl({ publicUrl, host, port }: Config): string {
  if (publicUrl !== null) return publicUrl;
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
