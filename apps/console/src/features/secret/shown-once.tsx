'use client';
import { Button, Dialog, Facts, Secret, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';

interface ShownOnceProps {
  title: string;
  lede: string;
  /** What the secret is, for whoever does not see it. */
  label: string;
  secret: string;
  entries: readonly (readonly [ReactNode, ReactNode])[];
  children?: ReactNode;
  /** What the person confirms before it can be closed: that it is stored, or handed over. */
  tick: string;
  /** What losing it costs. */
  lost: string;
  onDone: () => void;
}

/** A secret that is stored nowhere else. It cannot be closed, nor the page left without a question, until the person says where it is now. */
export const ShownOnce = ({ title, lede, label, secret, entries, children, tick, lost, onDone }: ShownOnceProps) => {
  const t = useTranslations('common');
  const [kept, setKept] = useState(false);
  useEffect(() => {
    if (kept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [kept]);
  return (
    <Dialog
      open
      locked={!kept}
      onClose={onDone}
      title={title}
      footer={
        <>
          <span className="left">{lost}</span>
          <Button tone="ink" blocked={!kept} onClick={onDone}>
            {t('done')}
          </Button>
        </>
      }
    >
      <p className="sub s13">{lede}</p>
      <div className="mt-4">
        <Secret value={secret} label={label} words={{ copy: t('copy'), copied: t('copied') }} />
      </div>
      <div className="mt-4">
        <Facts entries={entries} />
      </div>
      {children ? <div className="mt-4">{children}</div> : null}
      <div className="mt-4">
        <Tick checked={kept} onChange={(event) => setKept(event.target.checked)}>
          {tick}
        </Tick>
      </div>
    </Dialog>
  );
};
