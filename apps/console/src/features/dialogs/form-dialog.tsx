'use client';
import { Button, Dialog } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, type FormEvent, type ReactNode } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import type { ShownProblem } from '../faults/shown-problem';

interface FormDialogProps {
  title: ReactNode;
  /** What stands above the fields. */
  lede?: ReactNode;
  /** What the button says that sends it, as things stand. */
  submit: string;
  busy: boolean;
  /** Why it was refused last. */
  problem: ShownProblem | null;
  /** Another way, at the other end of the foot. */
  left?: ReactNode;
  className?: string;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A question with fields: open until it was answered, and shut for as long as the answer is under way. */
export const FormDialog = ({ title, lede, submit, busy, problem, left, className = 'col form-d', onSubmit, onClose, children }: FormDialogProps) => {
  const common = useTranslations('common');
  const id = useId();
  return (
    <Dialog
      open
      locked={busy}
      onClose={onClose}
      title={title}
      footer={
        <>
          {left ? <span className="left">{left}</span> : null}
          <Button onClick={onClose} blocked={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={id} tone="ink" busy={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate method="post" className={className}>
        {lede ? <p className="sub s13">{lede}</p> : null}
        <ProblemBar problem={problem} />
        {children}
      </form>
    </Dialog>
  );
};
