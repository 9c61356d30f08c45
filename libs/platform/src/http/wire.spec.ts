import { Clock, CountingIds, Ids, StillClock } from '@inkproof/kernel';
import { expect, it } from 'vitest';
import { wire } from './wire.js';

class NoteOfTime {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  write(): string {
    return `${this.ids.next('not')} at ${this.clock.now().toISOString()}`;
  }
}

it('asks for what the constructor asks for, in its order, and builds it', () => {
  const provider = wire(NoteOfTime, Ids, Clock);
  expect(provider).toMatchObject({ provide: NoteOfTime, inject: [Ids, Clock] });
  expect((provider.useFactory(new CountingIds(), new StillClock()) as NoteOfTime).write()).toBe('not_1 at 2026-11-22T04:00:00.000Z');
});

it('does not compile with the wrong things', () => {
  // @ts-expect-error they are the wrong way round
  expect(wire(NoteOfTime, Clock, Ids).inject).toEqual([Clock, Ids]);
  // @ts-expect-error one is missing
  expect(wire(NoteOfTime, Ids).inject).toEqual([Ids]);
});
