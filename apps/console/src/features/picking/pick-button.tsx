'use client';
import { Button } from '@inkproof/ui';
import { useEffect, useRef, type ComponentProps } from 'react';

type PickButtonProps = Pick<ComponentProps<typeof Button>, 'tone' | 'size' | 'wide' | 'icon' | 'busy' | 'blocked'> & {
  /** Media types or endings; whatever there is when none is named. */
  accept?: readonly string[];
  onFile: (file: File) => void;
  children: string;
};

/** A button that opens the device's own chooser. */
export const PickButton = ({ accept, onFile, icon = 'upload', children, ...look }: PickButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const file = input.current?.files?.[0];
    // The same file may be picked twice in a row, and the second time is also a wish.
    if (input.current) input.current.value = '';
    if (file) onFile(file);
  };
  // On a slow line a file can be picked before this page has come alive, and no event tells of it.
  const first = useRef(take);
  useEffect(() => first.current(), []);
  return (
    <>
      <Button {...look} icon={icon} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input ref={input} type="file" hidden accept={accept?.join(',')} aria-label={children} onChange={take} />
    </>
  );
};
