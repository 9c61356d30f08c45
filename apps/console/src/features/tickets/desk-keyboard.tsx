'use client';
import { Button, Dialog } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { deskActOf, deskKeys, type DeskAct } from './desk-key';

const STORED = 'desk keys off';
const isTyping = (at: EventTarget | null): boolean => at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'));
const isLayered = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.tk-card')].filter((card) => card.checkVisibility());
const here = (all: readonly HTMLElement[]): number => {
  const focused = all.findIndex((card) => card === document.activeElement);
  return focused >= 0 ? focused : all.findIndex((card) => card.hasAttribute('aria-current'));
};

const step = (by: 1 | -1): void => {
  const all = cards();
  const at = here(all);
  const card = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  card?.focus();
  card?.scrollIntoView({ block: 'nearest' });
};

/** What the page itself has under a key says so by `aria-keyshortcuts`. */
const press = (key: string): void => document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)?.click();

const write = (key: string): void => {
  press(key);
  // The field comes with the switch.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.tk-write textarea')?.focus());
};

const acts: Record<Exclude<DeskAct, 'help'>, () => void> = {
  next: () => step(1),
  previous: () => step(-1),
  // A card that has the focus, or any other link or button, opens by itself.
  open: () => document.activeElement === document.body && cards().find((card) => !card.hasAttribute('aria-current'))?.click(),
  assign: () => press('a'),
  reply: () => write('r'),
  note: () => write('n'),
  search: () => document.querySelector<HTMLElement>('[aria-keyshortcuts="/"]')?.focus(),
};

/** The keyboard of the desk, and the layer that says what each key does. It can be turned off in this browser. */
export const DeskKeyboard = () => {
  const t = useTranslations('tickets.keys');
  const [isAsked, ask] = useState(false);
  const [isOff, setOff] = useState(false);
  useEffect(() => setOff(localStorage.getItem(STORED) !== null), []);
  const turn = (off: boolean) => {
    setOff(off);
    if (off) localStorage.setItem(STORED, '1');
    else localStorage.removeItem(STORED);
  };
  useEffect(() => {
    if (isOff) return;
    const onKey = (event: KeyboardEvent) => {
      const act = deskActOf(event, isTyping(event.target) || isLayered());
      if (!act) return;
      if (act !== 'open') event.preventDefault();
      if (act === 'help') ask(true);
      else acts[act]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOff]);
  return (
    <>
      <button type="button" className="link only-l" onClick={() => ask(true)}>
        {t('title')}
      </button>
      {isAsked ? (
        <Dialog open onClose={() => ask(false)} title={t('title')} footer={<Button tone="ink" onClick={() => ask(false)}>{t('close')}</Button>}>
          <dl className="tk-keys">
            {Object.entries(deskKeys).map(([key, act]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(act)}</dd>
              </div>
            ))}
          </dl>
          <p className="sub s13 mt-2">{t('typing')}</p>
          <label className="row small mt-2">
            <input type="checkbox" checked={!isOff} onChange={(event) => turn(!event.target.checked)} />
            {t('on')}
          </label>
        </Dialog>
      ) : null}
    </>
  );
};
