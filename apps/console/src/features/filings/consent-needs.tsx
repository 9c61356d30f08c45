import type { Expiry, Filing, InspectionSummary, KeepingCalendar, SubjectRequestSummary } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { hasEnding } from '../authorisations/ending-soon';
import { KeepingSoon } from '../authorisations/keeping-soon';
import { lastDayOf } from '../requests/request-clock';
import { duesOf, needsOf } from './needs';

/** More would push the list of them all out of sight. */
const SHOWN = 6;

export interface ConsentNeedsProps {
  filings: readonly Filing[];
  inspections: readonly InspectionSummary[];
  requests: readonly SubjectRequestSummary[];
  /** Those that are open. */
  expiries: readonly Expiry[];
  calendar: KeepingCalendar;
  /** In Asia/Shanghai. */
  today: string;
}

/** What about personal information waits for somebody of the tenant, and what comes to its end. Nothing when nothing does. */
export const ConsentNeeds = ({ filings, inspections, requests, expiries, calendar, today }: ConsentNeedsProps) => {
  const t = useTranslations('filings');
  const [needs, dues] = [needsOf(filings, today), duesOf(inspections, requests, expiries)];
  if (!needs.length && !dues.length && !hasEnding(calendar, today)) return null;
  return (
    <section className="fl-needs" aria-label={t('needs')}>
      {dues.map(({ kind, href, count, dueAt }) => (
        <Link key={kind} className="link" href={href}>
          {t(`need.${kind}`, { count, day: lastDayOf(dueAt) })}
        </Link>
      ))}
      {needs.slice(0, SHOWN).map(({ kind, filing, version }) => (
        <Link key={`${kind} ${version.id}`} className="link" href={`/filings/${filing.id}/${version.id}`}>
          {t(`need.${kind}`, { name: filing.name, number: version.number, day: version.ends_on ?? '' })}
        </Link>
      ))}
      {needs.length > SHOWN ? <span className="dim">{t('need.more', { count: needs.length - SHOWN })}</span> : null}
      <KeepingSoon calendar={calendar} today={today} />
    </section>
  );
};
