import { expect, it } from 'vitest';
import { canonicalEmail } from './email.js';

it('an address is the same however it was typed', () => {
  expect(canonicalEmail(' aDA@inkproof.EXAMPLE ')).toBe('ada@inkproof.example');
});
