import { expect, it } from 'vitest';
import { canonicalBlock, isAllowedFrom } from './allowed-address.js';

it.each([
  ['203.0.113.7', '203.0.113.7/32'],
  ['10.1.2.3/16', '10.1.0.0/16'],
  ['2001:DB8:0:0::1', '2001:db8::1/128'],
  ['2001:db8:1::/32', '2001:db8::/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
])('%s is written %s', (typed, written) => {
  expect(canonicalBlock(typed)).toBe(written);
});

it.each([
  ['203.0.113.7', ['203.0.113.7/32'], true],
  ['203.0.113.8', ['203.0.113.7/32'], false],
  ['10.20.255.255', ['10.20.0.0/16'], true],
  ['10.21.0.0', ['10.20.0.0/16'], false],
  ['::ffff:10.20.0.1', ['10.20.0.0/16'], true],
  ['2001:db8::5', ['10.20.0.0/16', '2001:db8::/32'], true],
  ['2001:db9::5', ['2001:db8::/32'], false],
  ['10.0.0.1', ['::/0'], false],
  ['', ['0.0.0.0/0'], false],
  ['fe80::1%eth0', ['::/0'], true],
  ['anything at all', [], true],
])('from %s with %j: %s', (address, blocks, allowed) => {
  expect(isAllowedFrom(address, blocks)).toBe(allowed);
});
