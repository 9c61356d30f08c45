'use client';
import type { Job } from '@inkproof/contract';
import { Button, Meter, Writing } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { JobProgress } from '../jobs/job-progress';
import type { Picture } from './use-reading';

/** While the file travels and is being read: how far it is, and a way out. */
export const SendingDesk = ({ picture, sentShare, job, onCancel }: { picture: Picture; sentShare: number; job: Job | null; onCancel: () => void }) => {
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
          {isSending ? <p className="s13 sub">{t('sent', { share })}</p> : null}
          {job ? <JobProgress job={job} /> : null}
          {isSending ? null : <p className="s13 sub">{t('readingBody')}</p>}
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </div>
      </div>
    </div>
  );
};
