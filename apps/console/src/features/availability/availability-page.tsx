import './availability.css';
import type { Availability, Outage } from '@inkproof/contract';
import { buttonClass, Mast, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { clock } from '../../clock';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { DisputeOutage } from './dispute-outage';
import { MonthChoice } from './month-choice';
import { MonthTimes } from './month-times';
import { nameIn, OutageTable } from './outage-table';

interface AvailabilityPageProps {
  availability: Availability;
  items: readonly Outage[];
  trail: Trail;
  next: string | null;
  month: string;
  months: readonly string[];
  statusPage: string;
  mayDispute: boolean;
}

/** Until its term is over, and not twice at a time. */
const isDisputable = ({ disputable_until, disputes }: Outage): boolean => disputable_until !== null && Date.parse(disputable_until) > clock.now().getTime() && disputes.every(({ state }) => state !== 'open');

/** The service as a tenant had it, month by month, and what it may object to. */
export const AvailabilityPage = ({ availability, items, trail, next, month, months, statusPage, mayDispute }: AvailabilityPageProps) => {
  const t = useTranslations('availability');
  const locale = useLocale();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={<a className={buttonClass()} href={statusPage}>{t('statusPage')}</a>} />
      <div className="filters row btw wrap">
        <MonthChoice base="/availability" months={months} month={month} />
      </div>
      <MonthTimes availability={availability} />
      <Section title={t('outages.title')}>
        <OutageTable items={items} components={availability.components} acts={(outage) => (mayDispute && isDisputable(outage) ? <DisputeOutage id={outage.id} name={nameIn(availability.components, outage.component, locale)} /> : null)} />
        {items.length || trail.cursor ? <Pager base={`/availability?month=${month}`} trail={trail} next={next} /> : null}
      </Section>
    </main>
  );
};
