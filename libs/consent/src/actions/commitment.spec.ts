import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commitmentOf } from './commitment.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('is what the document says of salt and material', () => {
  const written = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/commitments.md'), 'utf8');
  expect(written).toContain(hex(commitmentOf(Buffer.alloc(32, 1), Buffer.from('我同意'))));
});

it('differs for another salt and for every other material', () => {
  const all = [commitmentOf(Buffer.alloc(32, 1), Buffer.from('a')), commitmentOf(Buffer.alloc(32, 2), Buffer.from('a')), commitmentOf(Buffer.alloc(32, 1), Buffer.from('b'))];
  expect(new Set(all.map(hex)).size).toBe(3);
});

it('takes no salt of another length, or material could be moved into it', () => {
  expect(() => commitmentOf(Buffer.alloc(31), Buffer.from('a'))).toThrow(RangeError);
});
