import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const own = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  own.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  // With :: and ::1, and the old way to write an address of IPv4.
  ['::', 96],
  // NAT64 and 6to4 lead on to an address of IPv4, which may be of one's own network.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  own.addSubnet(network, prefix, 'ipv6');

/** Whether an address is of this machine, its own network, or none that a server on the internet has. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  // ::ffff:10.0.0.1 is checked by the rules of IPv4 too.
  return own.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** A name's addresses, refused with code `EPRIVATE` where one of them is private: the check is on the address that is then asked. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(Object.assign(new Error('private address'), { code: 'EPRIVATE' }), '');
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
