import { describe, expect, it } from 'vitest';
import { natureOf, type MailSigns } from './mail-nature.js';

const written: MailSigns = { envelopeFrom: 'lu@tenant.example', contentType: 'text/plain', autoSubmitted: undefined, precedence: undefined, names: ['from', 'to'] };

describe('a mail', () => {
  it.each([{}, { autoSubmitted: 'no' }, { autoSubmitted: ' No (a person)' }, { precedence: 'first-class' }])('was written by a person with %j', (signs) => expect(natureOf({ ...written, ...signs })).toBe('written'));

  it.each([
    { autoSubmitted: 'auto-replied' },
    { autoSubmitted: 'auto-generated; x=1' },
    { precedence: 'bulk' },
    { precedence: 'Junk' },
    { precedence: 'list' },
    { names: ['x-loop'] },
    { names: ['list-id'] },
    { names: ['x-auto-response-suppress'] },
    { envelopeFrom: '' },
    { contentType: 'multipart/report; report-type=disposition-notification' },
  ].map((signs) => ('contentType' in signs ? { ...signs, autoSubmitted: 'auto-replied' } : signs)))('wrote itself with %j', (signs) => expect(natureOf({ ...written, ...signs })).toBe('automatic'));

  it.each(['multipart/report; report-type=delivery-status; boundary=x', 'Multipart/Report;\n boundary=x;\n report-type="delivery-status"'])('came back as %j', (contentType) => expect(natureOf({ ...written, envelopeFrom: '', contentType })).toBe('bounce'));
});
