import './availability.css';
import type { Availability, Incident, Outage } from '@inkproof/contract';
import { buttonClass, Mast, Section, Seg } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { componentOptions } from './component-choice';
import { EnterOutage } from './enter-outage';
import { OpenIncident } from './incident-acts';
import { IncidentList } from './incident-list';
import { MonthChoice } from './month-choice';
import { MonthTimes } from './month-times';
import { OutageTable } from './outage-table';

export const outageFilters = ['all', 'running', 'disputed'] as const;
export type OutageFilter = (typeof outageFilters)[number];

interface LedgerPageProps {
  availability: Availability;
  items: readonly Outage[];
  incidents: readonly Incident[];
  filter: OutageFilter;
  trail: Trail;
  next: string | null;
  month: string;
  months: readonly string[];
  statusPage: string;
  mayKeep: boolean;
}

/** The provider's ledger: how each part stood, every outage with its cause, and what the public is told. */
export const LedgerPage = ({ availability, items, incidents, filter, trail, next, month, months, statusPage, mayKeep }: LedgerPageProps) => {
  const t = useTranslations('availability');
  const options = componentOptions(availability.components, useLocale());
  const base = `/admin/availability?month=${month}`;
  return (
    <main className="main">
      <Mast
        title={t('ledger.title')}
        lede={t('ledger.lede')}
        actions={
          <>
            <a className={buttonClass({ tone: 'quiet' })} href={statusPage}>{t('statusPage')}</a>
            {mayKeep ? <EnterOutage components={options} /> : null}
            {mayKeep ? <OpenIncident components={options} /> : null}
          </>
        }
      />
      <div className="filters row btw wrap">
        <MonthChoice base="/admin/availability" months={months} month={month} />
        <StayFresh everySeconds={15} />
      </div>
      <MonthTimes availability={availability} />
      <Section
        title={t('outages.title')}
        aside={
          <Seg label={t('outages.title')}>
            {outageFilters.map((one) => (
              <Link key={one} href={`${base}&show=${one}`} aria-current={one === filter ? 'true' : undefined}>
                {t(`outages.filter.${one}`)}
              </Link>
            ))}
          </Seg>
        }
      >
        <OutageTable items={items} components={availability.components} hrefOf={(id) => `/admin/availability/${id}`} />
        {items.length || trail.cursor ? <Pager base={`${base}&show=${filter}`} trail={trail} next={next} /> : null}
      </Section>
      <Section title={t('incident.title')}>
        <IncidentList items={incidents} mayKeep={mayKeep} />
      </Section>
    </main>
  );
};
