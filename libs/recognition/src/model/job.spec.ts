import { describe, expect, it } from 'vitest';
import { expiryAfterFetch, hasEnded, jobEnd, nextTurns } from './job.js';

describe('the end of a job', () => {
  it('has not come while a document is still to be read', () => {
    expect(jobEnd(['succeeded', 'running'])).toBeUndefined();
    expect(jobEnd(['queued'])).toBeUndefined();
  });

  it('is that of its documents when they agree', () => {
    expect(jobEnd(['succeeded', 'succeeded'])).toBe('succeeded');
    expect(jobEnd(['failed'])).toBe('failed');
    expect(jobEnd(['canceled', 'canceled'])).toBe('canceled');
  });

  it('is partial when they do not, or when one of them is', () => {
    expect(jobEnd(['succeeded', 'failed'])).toBe('partial');
    expect(jobEnd(['partial', 'partial'])).toBe('partial');
  });

  it('is canceled when it was, whatever had been read by then', () => {
    expect(jobEnd(['succeeded', 'canceled'])).toBe('canceled');
  });

  it('is a state that is never left', () => {
    expect((['queued', 'running', 'succeeded', 'partial', 'failed', 'canceled'] as const).filter(hasEnded)).toEqual(['succeeded', 'partial', 'failed', 'canceled']);
  });
});

it('fetching brings the end of the results nearer and never puts it off', () => {
  const now = new Date('2026-11-24T00:00:00Z');
  expect(expiryAfterFetch(new Date('2026-11-25T00:00:00Z'), now, 600_000)).toEqual(new Date('2026-11-24T00:10:00Z'));
  expect(expiryAfterFetch(new Date('2026-11-24T00:05:00Z'), now, 600_000)).toEqual(new Date('2026-11-24T00:05:00Z'));
});

describe('turns', () => {
  it('let a newcomer with one document pass somebody with a hundred', () => {
    const many = nextTurns(0, 0, 100);
    const present = many[1]!;
    expect(nextTurns(present, 0, 1)[0]).toBeLessThan(many[2]!);
  });

  it('put the second job of a tenant behind its first', () => {
    expect(nextTurns(0, 100, 2)).toEqual([101, 102]);
  });

  it('starve nobody: whoever comes again and again is passed by those who wait', () => {
    // The patient one waits at turn 5. The busy one sends a document whenever its last was taken.
    let [present, last] = [2, 0];
    for (let sent = 0; sent < 10; sent++) {
      [last] = nextTurns(present, last, 1) as [number];
      if (last > 5) return expect(sent).toBeLessThan(5);
      present = last;
    }
    expect.unreachable();
  });
});
