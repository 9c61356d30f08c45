import ipaddr from 'ipaddr.js';

const blockOf = (text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] => {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
};

/** One spelling of a block: the host bits gone, an address by itself as a block of one. `10.1.2.3/16` is `10.1.0.0/16`. */
export const canonicalBlock = (text: string): string => {
  const [address, bits] = blockOf(text);
  const network = address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`) : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`);
  return `${network}/${bits}`;
};

/** Whether a key may be used from an address. No blocks: from anywhere. An IPv4 address in IPv6 clothes is judged by what it is. */
export const isAllowedFrom = (address: string, blocks: readonly string[]): boolean => {
  if (!blocks.length) return true;
  if (!ipaddr.isValid(address)) return false;
  const bare = ipaddr.process(address);
  return blocks.some((block) => {
    const [range, bits] = blockOf(block);
    return bare.kind() === range.kind() && bare.match(range, bits);
  });
};
