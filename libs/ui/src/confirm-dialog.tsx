'use client';
import { AlertDialog as Radix } from 'radix-ui';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { isSamePhrase } from './same-phrase.js';
import { TextField } from './text-field.js';
import { useOpener } from './use-opener.js';

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  children: ReactNode;
  /** What must be typed before the act can be done. */
  phrase: string;
  words: { type: ReactNode; confirm: string; cancel: string; busy: string };
  busy?: boolean;
}

/** The last question before something that cannot be undone. The act stays shut until the phrase is typed. */
export const ConfirmDialog = ({ open, onClose, onConfirm, title, children, phrase, words, busy = false }: ConfirmDialogProps) => {
  const opener = useOpener();
  const field = useRef<HTMLInputElement>(null);
  // An alert of Radix would put the focus on its own cancel button, which we do not use. The field is as safe: nothing happens before the phrase is whole.
  const enter = (event: Event) => {
    opener.onOpenAutoFocus();
    event.preventDefault();
    field.current?.focus();
  };
  const [typed, setTyped] = useState('');
  const close = () => {
    setTyped('');
    onClose();
  };
  const matches = isSamePhrase(typed, phrase);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (matches && !busy) onConfirm();
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && !busy && close()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim">
          <Radix.Content {...opener} onOpenAutoFocus={enter} className="dlg" asChild>
            <form onSubmit={submit}>
              <div className="dlg-h">
                <Radix.Title>{title}</Radix.Title>
              </div>
              <div className="dlg-b">
                <Radix.Description asChild>
                  <div className="sub s13">{children}</div>
                </Radix.Description>
                <div className="mt-4">
                  <TextField ref={field} label={words.type} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
                </div>
              </div>
              <div className="dlg-f">
                <Button onClick={close} blocked={busy}>
                  {words.cancel}
                </Button>
                <Button type="submit" tone="zhu-fill" busy={busy} blocked={!matches}>
                  {busy ? words.busy : words.confirm}
                </Button>
              </div>
            </form>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
};
