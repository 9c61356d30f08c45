import type { ReaderFacts, Recipe } from '@inkproof/engine';
import { expect, it } from 'vitest';
import { pageOf } from '../testing/scripted-readers.js';
import { wholeRecipe } from './whole-recipe.js';

const eng = { name: 'eng.traineddata', sha256: 'aa' };
const detector = { name: 'detector.onnx', sha256: 'bb' };
const readers: ReaderFacts[] = [
  { name: 'tesseract', version: '7', data: { eng: [eng] } },
  { name: 'ppocr', version: '1', data: { eng: [detector] } },
];
const recipe: Recipe = { version: 1, engines: [{ reader: 'ppocr', version: '1' }], data: [detector], inputSha256: '0' };

it('names the engines of pages that were read before a restart as well', () => {
  expect(wholeRecipe(recipe, [pageOf(1, 'a'), pageOf(2, 'b')], readers)).toEqual({ ...recipe, engines: [{ reader: 'ppocr', version: '1' }, { reader: 'tesseract', version: '7' }], data: [detector, eng] });
});

it('adds nothing to a reading that is whole', () => {
  expect(wholeRecipe(recipe, [], readers)).toEqual(recipe);
  const known = wholeRecipe(recipe, [pageOf(1, 'a')], readers);
  expect(wholeRecipe(known, [pageOf(1, 'a')], readers)).toEqual(known);
});
