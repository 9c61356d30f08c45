import { describe, expect, it } from 'vitest';
import { isSamePhrase } from './same-phrase.js';

describe('a typed confirmation', () => {
  it('accepts digits and spaces of any width', () => expect(isSamePhrase(' 删除　１２４０６ 条 ', '删除 12406 条')).toBe(true));
  it('refuses another number', () => expect(isSamePhrase('删除 12405 条', '删除 12406 条')).toBe(false));
  it('tells capitals apart', () => expect(isSamePhrase('Billing', 'billing')).toBe(false));
});
