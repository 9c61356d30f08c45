import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from './mail-address.js';

const DESK = 'support@ocr.example';
const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: length, maxLength: length });

describe('an address of a ticket', () => {
  it('is read back whatever case it comes in, and fits where mail takes it', () => {
    fc.assert(
      fc.property(digits(26), digits(24), fc.boolean(), (ticket, token, isLoud) => {
        const address = addressOf(DESK, `tkt_${ticket}`, token);
        expect(address.indexOf('@')).toBeLessThanOrEqual(64);
        expect(readAddress(DESK, isLoud ? address.toUpperCase() : address)).toEqual({ kind: 'ticket', ticketId: `tkt_${ticket}`, token });
      }),
    );
  });

  it.each(['support@ocr.example', 'Support@OCR.example'])('%s is the desk itself', (address) => expect(readAddress(DESK, address)).toEqual({ kind: 'desk' }));

  it.each(['support+x@ocr.example', 'support+@ocr.example', 'other@ocr.example', `support+${'0'.repeat(49)}@ocr.example`, `support+${'0'.repeat(51)}@ocr.example`, `support+${'0'.repeat(50)}@evil.example`, `support+${'u'.repeat(50)}@ocr.example`, `x+${'0'.repeat(50)}@ocr.example`, '', '@'])('%j is none', (address) => expect(readAddress(DESK, address)).toBeUndefined());
});
