import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deskActOf, deskKeys } from './desk-key';

const bare = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false, repeat: false };

it('each key has its act, and no other has any', () => {
  for (const [key, act] of Object.entries(deskKeys)) expect(deskActOf({ ...bare, key }, false)).toBe(act);
  fc.assert(fc.property(fc.string(), (key) => void expect(deskActOf({ ...bare, key }, false)).toBe(Object.entries(deskKeys).find(([one]) => one === key)?.[1] ?? null)));
});

it('nothing is done while somebody types, holds another key, or chooses a character', () => {
  const some = fc.record({ key: fc.constantFrom(...Object.keys(deskKeys)), ctrlKey: fc.boolean(), metaKey: fc.boolean(), altKey: fc.boolean(), isComposing: fc.boolean(), defaultPrevented: fc.boolean(), repeat: fc.constant(false) });
  fc.assert(
    fc.property(some, fc.boolean(), (pressed, isTyping) => {
      const isBare = !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey && !pressed.isComposing && !pressed.defaultPrevented;
      expect(deskActOf(pressed, isTyping) === null).toBe(isTyping || !isBare);
    }),
  );
});

it('held down, a key goes on through the queue and does nothing else again', () => {
  expect(['j', 'k', 'a', 'Enter', '?'].map((key) => deskActOf({ ...bare, repeat: true, key }, false))).toEqual(['next', 'previous', null, null, null]);
});
