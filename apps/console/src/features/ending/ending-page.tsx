import './ending.css';
import { ENDING_NOTICE_DAYS, EXPORT_OFFERS_LEAST, READABLE_DAYS, type EndingOutlook } from '@inkproof/contract';
import { Bar, Mast, Section, Stat, Stats } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';
import { AnnounceEnd } from './announce-end';
import { EndCertificate } from './end-certificate';
import { EndFacts } from './end-facts';
import { ExportPlaces } from './export-places';
import { TakeBackEnd } from './take-back-end';

/** The end of the own service: what it comes to, the way to it, and the days until then. */
export const EndingPage = ({ outlook: { end, ...days }, tenant, mayEnd }: { outlook: EndingOutlook; tenant: string; mayEnd: boolean }) => {
  const t = useTranslations('ending');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(end ? `lede.${end.state}` : 'lede.none')} actions={end?.may_take_back && mayEnd ? <TakeBackEnd /> : null} />
      {end ? (
        <>
          <Stats>
            <Stat label={t('lastDay')} value={end.last_day} note={t('lastDayNote')} />
            {end.state === 'announced' ? <Stat label={t('left')} value={end.days_left} unit={t('leftUnit', { count: end.days_left })} note={t(end.days_left ? 'leftNote' : 'leftToday')} /> : <Stat label={t('readable')} value={dayOf(end.readable_until)} note={t('readableNote')} />}
            <Stat label={t('offered')} value={end.offered_at.length} unit={t('offeredUnit', { count: end.offered_at.length })} note={end.next_offer_at ? t('nextOffer', { day: dayOf(end.next_offer_at) }) : t('noOffer')} />
          </Stats>
          <Section title={t('whatStands')}>
            <EndFacts end={end} />
          </Section>
          {end.state === 'announced' ? null : <EndCertificate deletion={end.deletion} />}
        </>
      ) : null}
      {end && end.state !== 'announced' ? null : (
        <Section title={t('comesTo')}>
          <ol className="en-steps">
            <li>{t('step.until', { days: ENDING_NOTICE_DAYS.tenant })}</li>
            <li>{t('step.offers', { count: EXPORT_OFFERS_LEAST })}</li>
            <li>{t('step.end')}</li>
            <li>{t('step.erased')}</li>
            <li>{t('step.read', { days: READABLE_DAYS })}</li>
          </ol>
        </Section>
      )}
      <Section title={t(end && end.state !== 'announced' ? 'stillThere' : 'carryAway')}>
        <ExportPlaces />
      </Section>
      {end ? null : <Section title={t('announce.section')}>{mayEnd ? <AnnounceEnd tenant={tenant} days={{ earliest: days.earliest_last_day, latest: days.latest_last_day }} /> : <Bar title={t('announce.notYours')}>{t('announce.notYoursBody')}</Bar>}</Section>}
    </main>
  );
};
