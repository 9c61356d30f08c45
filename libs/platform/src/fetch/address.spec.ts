import { describe, expect, it } from 'vitest';
import { checkException, Exceptions, isPublicAddress } from './address.js';

describe('the open internet', () => {
  it('has ordinary addresses', () => {
    expect(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111'].map(isPublicAddress)).toEqual([true, true, true]);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.8.8.8'],
    ['loopback', '::1'],
    ['this machine', '0.0.0.0'],
    ['this machine', '::'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds give out credentials', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['unique local, where clouds give out credentials', 'fd00:ec2::254'],
    ['carrier-grade, where another cloud does', '100.100.100.200'],
    ['a door that looks public', '168.63.129.16'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6 of old', '::7f00:1'],
    ['what nobody has been given', '4000::1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['for documents', '192.0.2.1'],
    ['for benchmarks', '198.18.0.1'],
    ['no address at all', 'localhost'],
  ])('does not have %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('exceptions', () => {
  const exceptions = new Exceptions(['files.internal', '10.20.0.0/16', 'fd00::/8']);

  it('cover the named host wherever it is, and addresses inside the blocks', () => {
    expect(exceptions.cover('FILES.internal', '10.9.9.9')).toBe(true);
    expect(exceptions.cover('other', '10.20.3.4')).toBe(true);
    expect(exceptions.cover('other', '::ffff:10.20.3.4')).toBe(true);
    expect(exceptions.cover('other', 'fd12::1')).toBe(true);
  });

  it('cover nothing else', () => {
    expect(exceptions.cover('xfiles.internal', '10.21.0.1')).toBe(false);
    expect(exceptions.cover('other', 'not an address')).toBe(false);
  });

  it('are host names or blocks', () => {
    expect(['files.internal', '10.0.0.0/8', '::/0'].map(checkException)).toEqual([true, true, true]);
    expect(['10.0.0.0/99', 'http://x', '', 'a b'].map(checkException)).toEqual([false, false, false, false]);
  });
});
