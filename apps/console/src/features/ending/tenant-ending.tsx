import './ending.css';
import type { EndingOutlook, Tenant } from '@inkproof/contract';
import { Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { AskEnd } from './ask-end';
import { EndFacts } from './end-facts';
import { TakeBackEnd } from './take-back-end';

interface TenantEndingProps {
  tenant: Tenant;
  outlook: EndingOutlook & { approval: string | null };
  mayEnd: boolean;
}

/** On the page of a tenant: that its service ends, when and by whom, or the way to ask for it. */
export const TenantEnding = ({ tenant, outlook: { end, approval, ...days }, mayEnd }: TenantEndingProps) => {
  const t = useTranslations('ending.admin');
  const act = end?.may_take_back ? <TakeBackEnd tenantId={tenant.id} /> : end || approval ? null : <AskEnd tenant={tenant} days={{ earliest: days.earliest_last_day, latest: days.latest_last_day }} />;
  return (
    <Section title={t('title')} aside={mayEnd ? act : null}>
      {end ? (
        <>
          <p className="en-lede">
            <Tag tone="solid">{t(`state.${end.state}`)}</Tag> {end.state === 'announced' ? t('ends', { day: end.last_day, days: end.days_left }) : t('ended', { day: end.last_day })}
          </p>
          <EndFacts end={end} />
        </>
      ) : approval ? (
        <p>
          {t('waiting')}{' '}
          <Link className="link" href="/admin/approvals">
            {t('decide')}
          </Link>
        </p>
      ) : (
        <p className="dim">{t('none')}</p>
      )}
    </Section>
  );
};
