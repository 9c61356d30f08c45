import { expect, it } from 'vitest';
import { readWhich } from './read-which';

const key = 'key_01k9zzzzzzzzzzzzzzzzzzzzzz';

it('asks for all calls, for those of one outcome, of one key, or of both', () => {
  expect(readWhich({})).toEqual({ outcome: undefined, key: undefined });
  expect(readWhich({ outcome: 'refused', key })).toEqual({ outcome: 'refused', key });
  expect(readWhich({ outcome: ['refused'], key: 'key_x' })).toEqual({ outcome: undefined, key: undefined });
});
