import { Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** The months that can be looked at, the newest first. */
export const MonthChoice = ({ base, months, month }: { base: string; months: readonly string[]; month: string }) => {
  const t = useTranslations('availability');
  return (
    <Seg label={t('month.title')}>
      {months.map((one) => (
        <Link key={one} href={`${base}?month=${one}`} aria-current={one === month ? 'true' : undefined}>
          {one}
        </Link>
      ))}
    </Seg>
  );
};
