import { describe, expect, it } from 'vitest';
import { readPasswordChange } from './password-change';

const change = { current: 'old and long enough', next: 'new and long enough', again: 'new and long enough' };

describe('a change of password', () => {
  it('may be sent when it is whole', () => expect(readPasswordChange(change)).toBeNull());
  it('names the field that is wrong, the first one first', () =>
    expect([{ current: '' }, { next: 'too short', again: '' }, { next: change.current }, { again: 'new and long enough ' }].map((wrong) => readPasswordChange({ ...change, ...wrong }))).toEqual([
      { field: 'current', reason: 'missing' },
      { field: 'next', reason: 'length' },
      { field: 'next', reason: 'same' },
      { field: 'again', reason: 'differs' },
    ]));
});
