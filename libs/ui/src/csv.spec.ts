import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.js';

describe('a table as CSV', () => {
  it('starts with a byte order mark and ends each row', () => expect(toCsv([['日', 1]])).toBe('\uFEFF日,1\r\n'));
  it('quotes commas, quotes and line breaks', () => expect(toCsv([['a,b', 'say "no"', 'x\ny']])).toBe('\uFEFF"a,b","say ""no""","x\ny"\r\n'));
  it('writes large numbers without separators and nothing for null', () => expect(toCsv([[12406, null]])).toBe('\uFEFF12406,\r\n'));
});
