import { describe, expect, it } from 'vitest';
import { foundTurn } from './found-turn';

const page = (...degrees: number[]) => ({ recipe: { reader: 'ppocr' as const, why: '', languages: [], steps: [{ name: 'decode', settings: {} }, ...degrees.map((angle) => ({ name: 'turn', settings: { degrees: angle } }))] } });

describe('the turn that no tag told of', () => {
  it('is none for a page that stood upright', () => expect(foundTurn(page())).toBe(0));
  it('is that of the step', () => expect(foundTurn(page(270))).toBe(270));
  it('adds up', () => expect(foundTurn(page(270, 180))).toBe(90));
});
