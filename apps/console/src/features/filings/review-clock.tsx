import { clsx } from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { clock } from '../../clock';
import { shortMomentOf } from '../../words/moments';

const RUNNING_SHORT = 0.8;
const HOUR_MS = 3_600_000;

/** How much of the time for an answer is left. The words change with the colour. */
export const ReviewClock = ({ from, due }: { from: string; due: string }) => {
  const t = useTranslations('filings');
  const format = useFormatter();
  const now = clock.now().getTime();
  const [began, ends] = [Date.parse(from), Date.parse(due)];
  const spent = Math.min(1, Math.max(0, (now - began) / (ends - began)));
  const hours = format.number(Math.abs(Math.ceil((ends - now) / HOUR_MS)));
  const isOver = now > ends;
  return (
    <div className={clsx('clock', isOver ? 'clock-zhu' : spent >= RUNNING_SHORT && 'clock-zhe')}>
      <div className="t">
        <span>{t('target')}</span>
        <b>{t(isOver ? 'overdue' : 'left', { hours, moment: shortMomentOf(due) })}</b>
      </div>
      <div className="f">
        <i style={{ width: `${Math.round(spent * 100)}%` }} />
      </div>
    </div>
  );
};
