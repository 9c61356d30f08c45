import { URGENT_HOURS, URGENT_WARNED_AT } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';
import { clock } from '../../clock';
import { spanOf } from '../tickets/span';
import '../tickets/tickets.css';

const TOTAL_SECONDS = URGENT_HOURS * 3_600;

/** The 24 hours of an urgent change, as both sides see them. */
export const UrgentClock = ({ dueBy }: { dueBy: string }) => {
  const t = useTranslations('changes');
  const locale = useLocale();
  const left = Math.floor((Date.parse(dueBy) - clock.now().getTime()) / 1_000);
  const share = Math.min(1, Math.max(0, 1 - left / TOTAL_SECONDS));
  const tone = left <= 0 ? ' clock-zhu' : share >= URGENT_WARNED_AT ? ' clock-zhe' : '';
  return (
    <div className={`clock${tone}`}>
      <div className="t">
        <span>{t('clock')}</span>
        <b>{t(left <= 0 ? 'late' : 'left', { span: spanOf(left, locale) })}</b>
      </div>
      <div className="f" aria-hidden="true">
        <i style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  );
};
