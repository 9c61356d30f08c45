import { expect, it } from 'vitest';
import { tellOptions } from './tell-options.js';

const options = new Map(tellOptions().map((option) => [option.name, option]));

it('tells every option of a call, with a text', () => {
  expect([...options.keys()]).toEqual(['languages', 'reader', 'pages', 'password', 'outputs', 'retention', 'recipe', 'tag', 'personal_information']);
  for (const { description } of options.values()) expect(description.length).toBeGreaterThan(20);
});

it('tells types, defaults and the values there are', () => {
  expect(options.get('reader')).toMatchObject({ type: 'string', default: 'auto', values: ['auto', 'tesseract', 'ppocr', 'native'] });
  expect(options.get('outputs')).toMatchObject({ type: 'list of string', default: null, values: expect.arrayContaining(['text', 'pdf']) });
  expect(options.get('recipe')).toMatchObject({ type: 'object' });
  expect(options.get('tag')).toMatchObject({ type: 'string', default: null });
  expect(options.get('tag')).not.toHaveProperty('values');
});
