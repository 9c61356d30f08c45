'use client';
import { Button, Meter, Writing } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { Picture } from './use-recognition';

/** While the picture travels and is being read: how far it is, and a way out. */
export const SendingDesk = ({ picture, sentShare, deadlineMs, onCancel }: { picture: Picture; sentShare: number; deadlineMs: number; onCancel: () => void }) => {
  const t = useTranslations('playground');
  const share = new Intl.NumberFormat(useLocale(), { style: 'percent' }).format(sentShare);
  const isSending = sentShare < 1;
  return (
    <div className="pg pg-one">
      <div className="pg-c pg-drop">
        <img className="pg-ghost" src={picture.address} alt="" onError={(event) => event.currentTarget.remove()} />
        <div className="sheet pg-wait" role="status">
          <Writing />
          <p className="h2">{t(isSending ? 'sending' : 'reading')}</p>
          {isSending ? <Meter value={sentShare} max={1} label={t('sending')} text={t('sent', { share })} /> : null}
          <p className="s13 sub">{isSending ? t('sent', { share }) : t('readingBody', { seconds: deadlineMs / 1000 })}</p>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </div>
      </div>
    </div>
  );
};
