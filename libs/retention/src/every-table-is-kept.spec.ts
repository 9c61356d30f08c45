import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { recordClasses } from '@inkproof/contract';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../prisma/schema');
const text = readdirSync(folder)
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');

/** Every model with the comment that stands over it. */
const models = [...text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{/gm)].map(([, comment, name]) => ({ name: name!, said: /^\/\/\/ Retention: (.+)$/m.exec(comment!)?.[1] }));
const keptFor = (said: string | undefined): boolean => recordClasses.some((one) => one === said);
const exempt = (said: string | undefined): boolean => /^none, because \S.{15,}\.$/.test(said ?? '');

it('every table says for what it is kept, or why no period is its own', () => {
  expect(models.length).toBeGreaterThan(50);
  expect(models.filter(({ said }) => !keptFor(said) && !exempt(said)).map(({ name }) => `${name}: write above it "/// Retention: <a class of recordClasses>" or "/// Retention: none, because …."`)).toEqual([]);
});
