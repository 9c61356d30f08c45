'use client';
import { Button, type ButtonLook } from '@inkproof/ui';
import type { ComponentProps, FormEvent, ReactNode } from 'react';
import { FormDialog } from './form-dialog';
import { useAct } from './use-act';

export type Work = () => Promise<unknown>;

interface ActDialogProps {
  label: string;
  title: string;
  lede?: ReactNode;
  look?: ButtonLook & Pick<ComponentProps<typeof Button>, 'icon' | 'aria-keyshortcuts'>;
  /** How what the fields say is sent, once more after a confirmation too; false when they are not whole, and then says so itself. */
  onSubmit: (fields: FormData) => Work | false;
  done: string;
  children?: ReactNode;
}

/** One act: a button, and the layer that asks for what it needs, or only once more. */
export const ActDialog = ({ label, title, lede, look, onSubmit, done, children }: ActDialogProps) => {
  const { busy, problem, asking, ask, close, act } = useAct();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const work = onSubmit(new FormData(event.currentTarget));
    if (work) void act(work, done);
  };
  return (
    <>
      <Button {...look} onClick={() => ask('it')}>
        {label}
      </Button>
      {asking ? (
        <FormDialog title={title} lede={lede} submit={label} busy={busy} problem={problem} onSubmit={submit} onClose={close}>
          {children}
        </FormDialog>
      ) : null}
    </>
  );
};
