import { describe, expect, it } from 'vitest';
import { listMarker } from './list-marker.js';

const told = (text: string): string | null => {
  const marker = listMarker(text);
  return marker && `${marker.kind} ${marker.style} ${marker.value} ${marker.rest}`;
};

describe('what a line of a list begins with', () => {
  it.each([
    ['• milk', 'bullet  0 milk'],
    ['- milk', 'bullet  0 milk'],
    ['*milk', 'bullet  0 milk'],
    ['3. milk', 'number . 3 milk'],
    ['12) milk', 'number ) 12 milk'],
    ['(2) milk', 'number () 2 milk'],
    ['（2）牛奶', 'number () 2 牛奶'],
    ['1、牛奶', 'number 、 1 牛奶'],
    ['b) milk', 'letter ) 2 milk'],
    ['一、牛奶', 'han 、 1 牛奶'],
    ['（十二）牛奶', 'han () 12 牛奶'],
    ['二十三、牛奶', 'han 、 23 牛奶'],
    ['③牛奶', 'circled  3 牛奶'],
  ])('knows %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each(['milk', '1.5 kg of milk', '2024 was a year', '-5 degrees', '3.', '•', '一起走', '十十、牛奶', '2 (two)', 'A. milk is 1'.slice(3), '(a milk', '1:30 pm'])('takes nothing of %s', (text) => {
    expect(listMarker(text)).toBeNull();
  });
});
