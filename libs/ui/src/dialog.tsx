'use client';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useOpener } from './use-opener.js';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  /** The whole consequence, as a sentence. */
  title: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** While something is being sent, or a secret has not been stored, neither Escape nor the scrim closes it. */
  locked?: boolean;
}

/** A layer over the page; from the bottom edge on phones. At most one at a time. */
export const Dialog = ({ open, onClose, title, children, footer, locked = false }: DialogProps) => {
  const opener = useOpener();
  const hold = (event: Event) => {
    if (locked) event.preventDefault();
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && !locked && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim">
          <Radix.Content {...opener} className="dlg" aria-describedby={undefined} onEscapeKeyDown={hold} onInteractOutside={hold}>
            <div className="dlg-h">
              <Radix.Title>{title}</Radix.Title>
            </div>
            <div className="dlg-b">{children}</div>
            {footer ? <div className="dlg-f">{footer}</div> : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
};
