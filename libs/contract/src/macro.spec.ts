import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filledIn, MacroDraft, macroPlaceholders } from './macro.js';

const values = { ticket: 'tkt_1', subject: '{{me}}', tenant: 'Acme $&', asker: 'Lu', me: 'Lin' };
const draft = (zh: string, en = 'x') => MacroDraft.safeParse({ name: 'x', words: { zh, en }, state: null, priority: null });

it('a placeholder becomes what it names, and what it becomes is not looked at again', () => {
  expect(filledIn('{{asker}} {{ ticket }}: {{subject}}, {{tenant}}. {{me}}', values)).toBe('Lu tkt_1: {{me}}, Acme $&. Lin');
});

it('words without one stay as they are', () => {
  fc.assert(
    fc.property(fc.string().filter((words) => !words.includes('{{')), (words) => {
      expect(filledIn(words, values)).toBe(words);
    }),
  );
});

it('nothing is saved that would go out unfilled, in either language', () => {
  for (const name of macroPlaceholders) expect(draft(`{{${name}}}`).success).toBe(true);
  for (const words of ['{{note}}', '{{}}', '{{ ticket.notes }}']) expect([draft(words).success, draft('x', words).success]).toEqual([false, false]);
});
