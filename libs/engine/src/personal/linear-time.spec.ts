import fc from 'fast-check';
import { expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.js';
import { findPersonalInText } from './find-personal.js';

/** What expressions like to stumble over: beginnings of everything, over and over, that never become anything. */
const HOSTILE = ['1', '1 ', '138 ', '1-', '+1', '+1 1', '+', '4 4 4 4 ', '1.1.', 'a@', 'a.', 'a@a.', 'a@a a.', '@', 'O0l1', 'A<', '<', 'P<UTO', '京A', '京A·1 ', '粤B1', '市', '市路1', '市路1号', '省市区路', '1号', '号', '广东省', '姓名', '姓名：', '姓名：张', '姓', '姓 ', '收件人：欧阳', 'Name: A ', 'Name:', '\nName', 'A a ', 'Full ', 'full name ', '1 Oak ', '1 Oak Road, A ', '12 Old Old ', '地址：', '地址：市路', 'address: 1 A ', '出生：', '出生：1', 'Date of birth ', '护照 ', '护照 E1', 'E1 ', 'passport ', '通行证', '往来', '港澳往来', '卡号 4', '(', ')(', 'X', '110105', '19900101', '\n', ' ', '１', '😀', '身份证（'];
const [SIGNS, TIMES, MOST_TIMES] = [4_000, 8, 20];
/** What the collector of garbage may add by itself, and how often it is asked again before it is believed. */
const [ROOM_MS, ATTEMPTS] = [50, 15];

const timeOf = (text: string): number => {
  const took = processorTime();
  findPersonalInText(text);
  return took();
};

/** Eight times the text takes about eight times as long; the square of it would be sixty-four, at every attempt. */
const expectLinear = (piece: string): void => {
  const text = (times: number): string => piece.repeat(Math.ceil((SIGNS * times) / piece.length));
  // What is within the room by itself is so however long the short one took.
  let [short, long] = [0, timeOf(text(TIMES))];
  for (let attempt = 0; attempt < ATTEMPTS && long > MOST_TIMES * short + ROOM_MS; attempt++) {
    short = Math.min(...Array.from({ length: 3 }, () => timeOf(text(1))));
    if (long > MOST_TIMES * short + ROOM_MS) long = timeOf(text(TIMES));
  }
  expect(long, `${JSON.stringify(piece)}: ${short.toFixed(1)} ms, then ${long.toFixed(1)} ms`).toBeLessThanOrEqual(MOST_TIMES * short + ROOM_MS);
};

it.each(HOSTILE)('takes time that grows as the text does over %j', (piece) => expectLinear(piece));

it('takes time that grows as the text does over whatever is put together of such', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 5 }), (pieces) => expectLinear(pieces.join(''))),
    { numRuns: 30, endOnFailure: true },
  );
});
