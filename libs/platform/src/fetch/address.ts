import ipaddr from 'ipaddr.js';

/** Azure's own door to a machine's secrets stands on an address that looks like anybody's. */
const publicInLooksOnly = ['168.63.129.16'];

/** All of IPv6 that has been given out (RFC 4291, 2.4). `::7f00:1`, an IPv4 address in old clothes, is not in it. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address belongs to the open internet. What leads back inside is not: loopback, private, link-local (where
 * clouds answer with credentials), carrier-grade, multicast, reserved; nor any IPv6 address that wraps an IPv4 one.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address) || publicInLooksOnly.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalUnicast));
};

/** What the operator lets through all the same: host names and address blocks, as `files.internal,10.20.0.0/16`. */
export class Exceptions {
  readonly #hosts: Set<string>;
  readonly #blocks: ReturnType<typeof ipaddr.parseCIDR>[];

  constructor(entries: readonly string[]) {
    this.#hosts = new Set(entries.filter((entry) => !entry.includes('/')).map((entry) => entry.toLowerCase()));
    this.#blocks = entries.filter((entry) => entry.includes('/')).map((entry) => ipaddr.parseCIDR(entry));
  }

  cover(host: string, address: string): boolean {
    if (this.#hosts.has(host.toLowerCase())) return true;
    if (!ipaddr.isValid(address)) return false;
    // An IPv4 address in IPv6 clothes is judged by what it is.
    const bare = ipaddr.process(address);
    return this.#blocks.some(([range, bits]) => bare.kind() === range.kind() && bare.match(range, bits));
  }
}

/** Whether an entry is a host name or an address block. */
export const checkException = (entry: string): boolean => (entry.includes('/') ? ipaddr.isValidCIDR(entry) : /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(entry));
