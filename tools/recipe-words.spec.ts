import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const engine = path.join(root, 'libs/engine/src');
const sources = fs.readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.includes('testing/'));
const code = sources.map((name) => fs.readFileSync(path.join(engine, name), 'utf8')).join('\n');
const wordsOf = (language: string): { reasons: Record<string, string>; step: Record<string, string> } => JSON.parse(fs.readFileSync(path.join(root, `apps/console/src/words/${language}/recipe.json`), 'utf8')) as never;

it('the console has words for every reason and every step that the engine tells', () => {
  const { reasons, step } = wordsOf('en');
  const told = [...code.matchAll(/why: '([^']+)'/g)].map(([, sentence]) => sentence);
  expect(told.length).toBeGreaterThan(10);
  expect(Object.values(reasons)).toEqual(expect.arrayContaining(told));
  const steps = [...code.matchAll(/\{ name: '(\w+)', settings/g)].map(([, name]) => name);
  expect(steps.length).toBeGreaterThan(10);
  expect(Object.keys(step)).toEqual(expect.arrayContaining(steps));
});
