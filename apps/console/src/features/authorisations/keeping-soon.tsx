import type { KeepingCalendar } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { endingSoon } from './ending-soon';

/** How much of what the tenant keeps itself need not be kept for longer than a month. Nothing when there is none. */
export const KeepingSoon = ({ calendar, today }: { calendar: KeepingCalendar; today: string }) => {
  const t = useTranslations('authorisations');
  const soon = endingSoon(calendar, today);
  const [first] = soon;
  if (!first) return null;
  const count = soon.reduce((sum, { commitments }) => sum + commitments, 0);
  return (
    <Link className="link" href="/authorisations/calendar">
      {t('soon', { count, day: first.day })}
    </Link>
  );
};
