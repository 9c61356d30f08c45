import './authorisations.css';
import type { KeepingCalendar } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Ledger, Mast, Section } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { Day } from '@inkproof/kernel';
import { Moment } from '../moments/moment';
import { KeepingYear } from './keeping-year';

const monthOf = (day: string): string => day.slice(0, 7);

/** Until when what must be kept, for a year: its months, and one row a day on which something is kept for the last time. */
export const CalendarPage = ({ calendar: { days, open, reminders }, today }: { calendar: KeepingCalendar; today: Day }) => {
  const t = useTranslations('authorisations');
  const format = useFormatter();
  const months = [...new Set(days.map(({ day }) => monthOf(day)))];
  return (
    <main className="main">
      <Mast
        title={t('calendar')}
        lede={t('days.lede', { count: open })}
        actions={
          <Link className={buttonClass()} href="/authorisations">
            <Icon name="list" />
            {t('list')}
          </Link>
        }
      />
      {months.length ? <KeepingYear days={days} today={today} /> : <Empty title={t('days.empty')}>{t('days.emptyBody')}</Empty>}
      {months.map((month) => (
        <Section key={month} title={month}>
          <Ledger
            compact
            caption={month}
            columns={[
              { key: 'day', label: t('column.day') },
              { key: 'commitments', label: t('column.commitments'), numeric: true },
              { key: 'vault', label: t('column.vault'), numeric: true },
            ]}
          >
            {days
              .filter(({ day }) => monthOf(day) === month)
              .map(({ day, commitments, vault }) => (
                <tr key={day} id={`d${day}`}>
                  <td className="nm">{day}</td>
                  <td className="num end" data-k={t('column.commitments')}>
                    {format.number(commitments)}
                  </td>
                  <td className="num end2" data-k={t('column.vault')}>
                    {format.number(vault)}
                  </td>
                </tr>
              ))}
          </Ledger>
        </Section>
      ))}
      {reminders.length ? (
        <Section title={t('reminders')}>
          <Ledger
            compact
            caption={t('reminders')}
            columns={[
              { key: 'told', label: t('column.told') },
              { key: 'day', label: t('column.day') },
              { key: 'commitments', label: t('column.commitments'), numeric: true },
            ]}
          >
            {reminders.map(({ day, count, told_at: at }) => (
              <tr key={`${day} ${at}`}>
                <td className="sub" data-k={t('column.told')}>
                  <Moment at={at} />
                </td>
                <td className="nm" data-k={t('column.day')}>
                  {day}
                </td>
                <td className="num end" data-k={t('column.commitments')}>
                  {format.number(count)}
                </td>
              </tr>
            ))}
          </Ledger>
        </Section>
      ) : null}
    </main>
  );
};
