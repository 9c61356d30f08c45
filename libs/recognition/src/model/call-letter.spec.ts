import { DeadlineExceeded, ReaderLost, Unreadable, type Reading } from '@inkproof/engine';
import { expect, it } from 'vitest';
import { answerOf, packCall, readingOf, unpackCall, type CallRequest } from './call-letter.js';

const request: CallRequest = { options: { languages: ['chi_sim'], reader: 'auto', pages: [1, 3], password: '秘密' }, caps: { maxPixels: 1_000, maxPages: 3 }, laneLimit: 2, deadlineMs: 5_000 };

it('arrives as it was sent, also where it lies inside other bytes', () => {
  const file = new Uint8Array([0, 255, 7]);
  const packed = Buffer.concat([Buffer.from('before'), packCall(request, file)]).subarray(6);
  expect(unpackCall(packed)).toEqual({ request, file: Buffer.from(file) });
});

it('brings back the reading, or the very error that the readers ended with', () => {
  const over = (answer: NonNullable<ReturnType<typeof answerOf>>) => JSON.parse(JSON.stringify(answer)) as typeof answer;
  const reading = { pages: [] } as unknown as Reading;
  expect(readingOf(over({ reading }))).toEqual(reading);
  const limit = { name: 'pages', max: 3, actual: 9 };
  expect(() => readingOf(over(answerOf(new Unreadable('too_many_pages', 'has 9 pages', limit))!))).toThrow(expect.objectContaining({ name: 'Unreadable', reason: 'too_many_pages', limit }));
  for (const error of [new DeadlineExceeded('late'), new ReaderLost('gone')]) expect(() => readingOf(over(answerOf(error)!))).toThrow(error);
});

it('takes no fault for an answer', () => {
  expect(answerOf(new TypeError('a fault of ours'))).toBeUndefined();
});
