/** What can be done at the desk by one key, without leaving the keyboard. */
export const deskKeys = { j: 'next', k: 'previous', Enter: 'open', a: 'assign', r: 'reply', n: 'note', '/': 'search', '?': 'help' } as const;
export type DeskAct = (typeof deskKeys)[keyof typeof deskKeys];

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  repeat: boolean;
}

const isKnown = (key: string): key is keyof typeof deskKeys => Object.hasOwn(deskKeys, key);

/** What a key asks for: nothing while somebody types, with another key held, or half-way through a Chinese word. Only going through the queue may be held down. */
export const deskActOf = ({ key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat }: Pressed, isTyping: boolean): DeskAct | null => {
  if (isTyping || ctrlKey || metaKey || altKey || isComposing || defaultPrevented || !isKnown(key)) return null;
  return repeat && key !== 'j' && key !== 'k' ? null : deskKeys[key];
};
