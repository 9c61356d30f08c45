import { SortableIds } from '@inkproof/kernel';
import { expect, it } from 'vitest';
import { ReturnAddress } from './return-address.js';

const returns = new ReturnAddress(new Uint8Array(32).fill(7), 'Support@ocr.example');
const id = new SortableIds().next('mal');

it('names its mail in whatever case it comes back, and fits where mail takes it', () => {
  const address = returns.of(id);
  expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  for (const given of [address, address.toUpperCase()]) expect(returns.mailAt(given)).toBe(id);
});

it('is nobody’s when it was made up, or made under another key', () => {
  const [local, domain] = returns.of(id).split('@') as [string, string];
  const other = new SortableIds().next('mal');
  const changed = `${local.slice(0, -1)}${local.endsWith('0') ? '1' : '0'}`;
  const made = [`${changed}@${domain}`, `support+u${other.slice(4)}${local.slice(-20)}@${domain}`, `${local}@evil.example`, `${local}0@${domain}`, 'support@ocr.example', `other${local}@${domain}`, '', new ReturnAddress(new Uint8Array(32).fill(8), 'support@ocr.example').of(id)];
  for (const address of made) expect(returns.mailAt(address)).toBeUndefined();
});
