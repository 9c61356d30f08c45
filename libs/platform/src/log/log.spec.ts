import { expect, it } from 'vitest';
import { createLog } from './log.js';

it('writes no secret, cookie or recognised text, however deep it lies', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.info({ req: { headers: { authorization: 'Bearer ink_live_leak', cookie: 'session=leak', 'set-cookie': ['leak'] } }, password: 'leak', reading: { text: 'leak' } }, 'a call');
  expect(lines.join()).toContain('a call');
  expect(lines.join()).not.toContain('leak');
});
