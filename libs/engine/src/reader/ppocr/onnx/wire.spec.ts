import { describe, expect, it } from 'vitest';
import { bytesField, fieldsOf, floatField, messageOf, numberField, textOf, varintsOf } from './wire.js';

describe('the wire', () => {
  it('gives back every byte of a message it took apart', () => {
    const inner = messageOf([bytesField(1, 'weights'), floatField(2, 0.5), numberField(8, 300)]);
    const message = messageOf([numberField(1, 0), bytesField(7, inner), { number: 3, wire: 1, value: new Uint8Array(8) }]);
    expect(messageOf(fieldsOf(message))).toEqual(message);
    expect(fieldsOf(inner).slice(0, 1).map(textOf)).toEqual(['weights']);
  });

  it('keeps numbers below zero, which fill ten bytes', () => {
    const minusOne = Uint8Array.from([8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
    expect(messageOf(fieldsOf(minusOne))).toEqual(Buffer.from(minusOne));
  });

  it('reads numbers that stand without tags', () => {
    expect(varintsOf(Uint8Array.from([3, 172, 2, 0]))).toEqual([3n, 300n, 0n]);
  });

  it('refuses what is cut off or unknown', () => {
    expect(() => fieldsOf(Uint8Array.from([10, 5, 1]))).toThrow('ends before its field');
    expect(() => fieldsOf(Uint8Array.from([8, 128]))).toThrow('does not end');
    expect(() => fieldsOf(Uint8Array.from([11]))).toThrow('unknown kind');
  });
});
