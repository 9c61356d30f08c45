import './retention.css';
import type { DueReport, Hold, RetentionPeriod, RetentionRule, Sweep } from '@inkproof/contract';
import { Mast, Tabs } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { HoldsTable } from './holds-table';
import { LengthenForAll } from './lengthen-for-all';
import { PeriodsTable } from './periods-table';
import { PlaceHold } from './place-hold';
import { RuleHistory } from './rule-history';
import { Sweeps } from './sweeps';

interface AdminRetentionPageProps {
  holds: readonly Hold[];
  trail: Trail;
  next: string | null;
  due: DueReport;
  sweeps: readonly Sweep[];
  periods: readonly RetentionPeriod[];
  history: readonly RetentionRule[];
  mayPlace: boolean;
  mayRule: boolean;
}

/** Holds, sweeps and periods: the provider's side. */
export const AdminRetentionPage = ({ holds, trail, next, due, sweeps, periods, history, mayPlace, mayRule }: AdminRetentionPageProps) => {
  const t = useTranslations('retention');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede.provider')} />
      <Tabs
        label={t('title')}
        tabs={[
          {
            value: 'holds',
            label: t('tab.holds'),
            content: (
              <>
                <p className="sub s13 rt-lede">{t('holds.ledeProvider')}</p>
                <HoldsTable holds={holds} mayPlace={mayPlace} />
                {holds.length || trail.cursor ? <Pager base="/admin/retention" trail={trail} next={next} /> : null}
              </>
            ),
            end: mayPlace ? <PlaceHold /> : null,
          },
          { value: 'sweeps', label: t('tab.sweeps'), content: <Sweeps due={due} sweeps={sweeps} /> },
          {
            value: 'periods',
            label: t('tab.periods'),
            content: (
              <>
                <p className="sub s13 rt-lede">{t('periods.ledeProvider')}</p>
                <PeriodsTable periods={periods} />
                <RuleHistory rules={history} />
              </>
            ),
            end: mayRule ? <LengthenForAll /> : null,
          },
        ]}
      />
    </main>
  );
};
