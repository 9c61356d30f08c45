import { Refusal } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { lineForms } from './read-lines.js';

const [ndjson, csv] = [lineForms['application/x-ndjson']!, lineForms['text/csv']!];

it('reads one JSON value a line and passes empty lines over', () => {
  expect(ndjson('{"a":1}\r\n\n{"a":2}\n')).toEqual([{ a: 1 }, { a: 2 }]);
});

it('reads cells by the names in the head line, with quotes, a byte order mark and empty cells', () => {
  expect(csv('\ufeffsubject,media,expires_at\r\n"customer ""7"", A",web_operation|video,\r\n\r\nc8,web_operation,2027-01-01T00:00:00Z\r\n')).toEqual([
    { subject: 'customer "7", A', media: 'web_operation|video' },
    { subject: 'c8', media: 'web_operation', expires_at: '2027-01-01T00:00:00Z' },
  ]);
});

it('names the line that is broken, and repeats nothing of it', () => {
  for (const [read, text] of [[ndjson, '{"a":1}\n{"secret'], [csv, 'a,b\n"secret"x,2\n'], [csv, 'a,b\n1,2,secret\n']] as const) {
    const broken = () => read(text);
    expect(broken).toThrow(Refusal);
    expect(broken).toThrow(/^Line 2 is not well-formed/);
  }
});
