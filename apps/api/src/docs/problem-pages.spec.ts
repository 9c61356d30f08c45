import { readdirSync } from 'node:fs';
import { problems, type ProblemCode } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { problemPage, problemText } from './problem-pages.js';

const codes = Object.keys(problems) as ProblemCode[];

it.each(codes)('%s has a page that says what happened and what to do', (code) => {
  const text = problemText(code);
  expect(text).toContain(`# ${code}`);
  expect(text).toContain('## What happened');
  expect(text).toContain('## What to do');
  expect(text).toContain(String(problems[code].status));
  expect(problemPage(code)).toContain(`<title>${code} · Inkproof</title>`);
});

it('no page explains a code that does not exist', () => {
  const pages = readdirSync(new URL('../../../../docs/problems', import.meta.url)).map((name) => name.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual([...codes].sort());
});
