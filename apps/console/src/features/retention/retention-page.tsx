import './retention.css';
import { deletionOrigins, type Deletion, type HeldThing, type RetentionPeriod } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Mast, Section, Seg, Tabs } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { clock } from '../../clock';
import { StayFresh } from '../live/stay-fresh';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { AskDeletion } from './ask-deletion';
import { HowToVerify } from '../verifying/how-to-verify';
import { DeletionsTable } from './deletions-table';
import { HeldThings } from './held-things';
import { LengthenOwn } from './lengthen-own';
import { PeriodsTable } from './periods-table';

const REFRESH_SECONDS = 5;
const MINUTE_MS = 60_000;

interface RetentionPageProps {
  deletions: readonly Deletion[];
  origin: Deletion['origin'] | undefined;
  trail: Trail;
  next: string | null;
  holds: readonly HeldThing[];
  periods: readonly RetentionPeriod[];
  mayAsk: boolean;
  mayKeep: boolean;
}

/** What goes, what is held, and how long what is kept: a tenant's side. */
export const RetentionPage = ({ deletions, origin, trail, next, holds, periods, mayAsk, mayKeep }: RetentionPageProps) => {
  const t = useTranslations('retention');
  const attestations = useTranslations('attestations');
  const standing = holds.filter((hold) => !hold.lifted_at).length;
  const base = origin ? `/retention?origin=${origin}` : '/retention';
  const soonMs = clock.now().getTime() + MINUTE_MS;
  const isUnderWay = deletions.some(({ state, begins_at: beginsAt }) => state === 'running' || state === 'verifying' || (state === 'waiting' && Date.parse(beginsAt) < soonMs));
  const deleting = (
    <>
      {mayAsk ? (
        <Section title={t('ask.section')}>
          <p className="sub s13 rt-lede">{t('ask.lede')}</p>
          <AskDeletion />
        </Section>
      ) : null}
      <Section title={t('deletions.title')} aside={isUnderWay ? <StayFresh everySeconds={REFRESH_SECONDS} /> : null}>
        <div className="filters">
          <Seg label={t('deletions.origin')}>
            {[undefined, ...deletionOrigins].map((one) => (
              <Link key={one ?? 'all'} href={one ? `/retention?origin=${one}` : '/retention'} aria-current={one === origin ? 'true' : undefined}>
                {t(`deletions.origins.${one ?? 'all'}`)}
              </Link>
            ))}
          </Seg>
        </div>
        {deletions.length ? <><DeletionsTable deletions={deletions} mayAsk={mayAsk} />{deletions.some(({ certificate }) => certificate) ? <HowToVerify file="dct_….json" /> : null}</> : <Empty title={t('deletions.empty')}>{t('deletions.emptyBody')}</Empty>}
        {deletions.length || trail.cursor ? <Pager base={base} trail={trail} next={next} /> : null}
      </Section>
    </>
  );
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede.tenant')}
        actions={
          <Link className={buttonClass()} href="/attestations">
            <Icon name="shield" />
            {attestations('title')}
          </Link>
        }
      />
      <Tabs
        label={t('title')}
        tabs={[
          { value: 'deletions', label: t('tab.deletions'), content: deleting },
          { value: 'holds', label: standing ? t('tab.holdsCount', { count: standing }) : t('tab.holds'), content: <HeldThings holds={holds} /> },
          {
            value: 'periods',
            label: t('tab.periods'),
            content: (
              <>
                <p className="sub s13 rt-lede">{t('periods.ledeTenant')}</p>
                <PeriodsTable periods={periods} />
              </>
            ),
            end: mayKeep ? <LengthenOwn /> : null,
          },
        ]}
      />
    </main>
  );
};
