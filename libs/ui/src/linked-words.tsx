'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { copyText } from './copy-text.js';

const idOf = (target: EventTarget | null): string | null => (target instanceof Element ? (target.closest('[data-w]')?.getAttribute('data-w') ?? null) : null);

const lineOf = (word: HTMLElement): string => (word.dataset.w ?? '').split('-')[0] ?? '';

/** The word the keyboard goes to next, among all words of the text in reading order. */
const nextWord = (words: HTMLElement[], current: HTMLElement, key: string): HTMLElement | undefined => {
  const at = words.indexOf(current);
  switch (key) {
    case 'ArrowRight':
      return words[at + 1];
    case 'ArrowLeft':
      return words[at - 1];
    case 'ArrowDown':
      return words.find((word, index) => index > at && lineOf(word) !== lineOf(current));
    case 'ArrowUp': {
      const above = words.slice(0, at).findLast((word) => lineOf(word) !== lineOf(current));
      return above && words.find((word) => lineOf(word) === lineOf(above));
    }
    case 'Home':
      return words[0];
    case 'End':
      return words.at(-1);
    case 'n':
    case 'N': {
      const doubtful = words.filter((word) => word.classList.contains('doubtful'));
      return doubtful.find((word) => words.indexOf(word) > at) ?? doubtful[0];
    }
    default:
      return undefined;
  }
};

/**
 * Joins the boxes of a PageView and the words of a ReadingText inside it: whatever is under the pointer or in focus lights up in both.
 * Arrows walk the words, Enter copies one, N goes to the next doubtful one.
 * Classes are set on the elements themselves: a page has a thousand words, and drawing them all again at each movement would be felt.
 */
export const LinkedWords = ({ children, className, onCopied }: { children: ReactNode; className?: string; onCopied: (text: string) => void }) => {
  const root = useRef<HTMLDivElement>(null);
  const say = useRef(onCopied);
  useEffect(() => {
    say.current = onCopied;
  });
  useEffect(() => {
    const area = root.current;
    if (!area) return;
    let hot: string | null = null;
    const heat = (id: string | null) => {
      if (id === hot) return;
      for (const element of area.querySelectorAll('.hot')) element.classList.remove('hot');
      if (id) for (const element of area.querySelectorAll(`[data-w="${id}"]`)) element.classList.add('hot');
      hot = id;
    };
    const words = () => [...area.querySelectorAll<HTMLElement>('.tw')];
    const focus = (word: HTMLElement) => {
      for (const other of area.querySelectorAll<HTMLElement>('.tw[tabindex="0"]')) other.tabIndex = -1;
      word.tabIndex = 0;
      word.focus({ preventScroll: true });
      word.scrollIntoView({ block: 'nearest' });
      area.querySelector(`.wb[data-w="${word.dataset.w}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    const atPointer = (event: PointerEvent) => heat(idOf(event.target) ?? idOf(document.activeElement));
    const atFocus = (event: FocusEvent) => heat(idOf(event.target));
    const atClick = (event: MouseEvent) => {
      const id = idOf(event.target);
      const word = id && area.querySelector<HTMLElement>(`.tw[data-w="${id}"]`);
      if (word) focus(word);
    };
    const atKey = async (event: KeyboardEvent) => {
      const current = event.target instanceof HTMLElement && event.target.classList.contains('tw') ? event.target : null;
      if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        const text = current.textContent ?? '';
        if (await copyText(text)) say.current(text);
        return;
      }
      const next = nextWord(words(), current, event.key);
      if (!next) return;
      event.preventDefault();
      focus(next);
    };
    area.addEventListener('pointerover', atPointer);
    area.addEventListener('focusin', atFocus);
    area.addEventListener('click', atClick);
    area.addEventListener('keydown', atKey);
    return () => {
      area.removeEventListener('pointerover', atPointer);
      area.removeEventListener('focusin', atFocus);
      area.removeEventListener('click', atClick);
      area.removeEventListener('keydown', atKey);
    };
  }, []);
  return (
    <div ref={root} className={className}>
      {children}
    </div>
  );
};
