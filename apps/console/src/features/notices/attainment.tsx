import { ATTAINMENT_TARGET, type PublishedNotice } from '@inkproof/contract';
import { clsx } from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';

/** How many of those to whom it is owed were reached, against the target. */
export const Attainment = ({ notice: { owed, reached, attainment } }: { notice: PublishedNotice }) => {
  const t = useTranslations('notices');
  const format = useFormatter();
  if (attainment === null) return <span className="dim s13">{t('owedToNobody')}</span>;
  return (
    <span className={clsx('ln-a', attainment < ATTAINMENT_TARGET && 'ln-miss')}>
      <span>
        {t('reachedOf', { reached: format.number(reached), owed: format.number(owed) })} <b>{t('percent', { share: format.number(attainment, { maximumFractionDigits: 2 }) })}</b>
      </span>
      <span className="ln-b" aria-hidden="true">
        <i style={{ width: `${attainment}%` }} />
        <b style={{ left: `${ATTAINMENT_TARGET}%` }} />
      </span>
    </span>
  );
};
