import './availability.css';
import type { Availability, Outage, OutageClue } from '@inkproof/contract';
import { Empty, Facts, Mast, Section, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { spanOf } from '../tickets/span';
import { BookOutage } from './book-outage';
import { useClueWords } from './clue-words';
import { EndOutage, SettleDispute } from './outage-acts';
import { CauseTag, nameIn } from './outage-table';
import { useWhoHadIt } from './who-had-it';

const disputeTones = { open: 'fill', upheld: 'lv', rejected: 'plain' } as const;

/** One outage of the ledger: every word on its cause, the last of which counts, and who objects. */
export const OutagePage = ({ outage, components, clues, mayKeep }: { outage: Outage; components: Availability['components']; clues: readonly OutageClue[]; mayKeep: boolean }) => {
  const t = useTranslations('availability');
  const locale = useLocale();
  const clueWords = useClueWords();
  const whoHadIt = useWhoHadIt('staff');
  return (
    <main className="main">
      <Mast
        title={nameIn(components, outage.component, locale)}
        lede={t(`found.${outage.found_by}`)}
        actions={
          mayKeep ? (
            <>
              {outage.until ? null : <EndOutage id={outage.id} />}
              <BookOutage outage={outage} clues={clues} />
            </>
          ) : null
        }
      />
      <Facts
        entries={[
          [t('outages.cause'), <CauseTag key="c" outage={outage} />],
          [t('outages.who'), outage.tenant ? <Link key="t" className="link" href={`/admin/tenants/${outage.tenant.id}`}>{outage.tenant.name}</Link> : (whoHadIt(outage) ?? t('outages.everybody'))],
          [t('outages.from'), <Moment key="f" at={outage.from} />],
          [t('outages.until'), outage.until ? <Moment key="u" at={outage.until} /> : <Tag key="u" tone="fill">{t('outages.lasts')}</Tag>],
          outage.until ? [t('outages.span'), spanOf((Date.parse(outage.until) - Date.parse(outage.from)) / 1_000, locale)] : null,
          outage.words ? [t('outages.words'), <span key="w" className="av-told">{outage.words}</span>] : null,
        ]}
      />
      <Section title={t('bookings.title')}>
        {outage.bookings.length ? (
          <ul className="av-list">
            {[...outage.bookings].reverse().map((booking) => (
              <li key={booking.at + booking.origin}>
                <h3>
                  {t(`standing.${booking.cause}`)} · {t(`origin.${booking.origin}`)}
                  <Tag>{t(`evidence.${booking.evidence.kind}`)}</Tag>
                  {booking.evidence.reference ? <span className="mono small">{booking.evidence.reference}</span> : null}
                </h3>
                <p className="av-told">{booking.evidence.words}</p>
                {booking.reason ? <p className="sub av-told">{t('bookings.reason', { reason: booking.reason })}</p> : null}
                <p className="sub">
                  {booking.by ? t('bookings.byStaff') : t('bookings.byRule')} · <Moment at={booking.at} /> · <Moment at={booking.from} /> – {booking.until ? <Moment at={booking.until} /> : t('bookings.toEnd')}
                </p>
              </li>
            ))}
          </ul>
        ) : (
          <Empty title={t('bookings.empty')}>{t('bookings.emptyBody')}</Empty>
        )}
      </Section>
      {clues.length ? (
        <Section title={t('clue.title')}>
          <p className="sub">{t('clue.lede')}</p>
          <ul className="av-list">
            {clues.map((clue) => (
              <li key={`${clue.reference} ${clue.sort}`}>
                <Link className="link" href={clue.sort === 'security' ? '/admin/changes/security' : `/admin/changes/${clue.reference}`}>
                  {clueWords(clue)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {outage.disputes.length ? (
        <Section title={t('disputes.title')}>
          <ul className="av-list">
            {outage.disputes.map((dispute) => (
              <li key={dispute.id}>
                <h3>
                  <Link className="link" href={`/admin/tickets/${dispute.ticket}`}>{dispute.tenant.name}</Link>
                  <Tag tone={disputeTones[dispute.state]}>{t(`disputes.state.${dispute.state}`)}</Tag>
                  {mayKeep && dispute.state === 'open' ? <SettleDispute id={outage.id} dispute={dispute.id} /> : null}
                </h3>
                <p className="sub"><Moment at={dispute.at} /></p>
                {dispute.answer ? <p className="av-told">{dispute.answer}</p> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </main>
  );
};
