import { expect, it } from 'vitest';
import { csvRow } from './csv-row.js';

it('a row of a file quotes what would end a cell, and takes the power from formulas', () => {
  expect(csvRow(['a,b', 'say "x"', null, -1, '=1+1', '签收'])).toBe(`"a,b","say ""x""",,-1,'=1+1,签收\r\n`);
});
