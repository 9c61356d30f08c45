import './changes.css';
import type { ChangeNoticeSummary } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Ledger, Mast, Seg, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { shortMomentOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { becomesOf } from './becomes';
import { ChangeTag, UrgencyTag } from './change-tags';
import { ReportSecurity } from './report-security';
import { UrgentClock } from './urgent-clock';

export const changeFilters = ['open', 'all'] as const;
export type ChangeFilter = (typeof changeFilters)[number];

interface ListProps {
  items: readonly ChangeNoticeSummary[];
  filter: ChangeFilter;
  trail: Trail;
  next: string | null;
}

const hrefOf = (base: string, filter: ChangeFilter): string => (filter === 'open' ? base : `${base}?show=${filter}`);

/** Change notices of one tenant, or of all at the provider's. */
export const ChangeList = ({ items, filter, trail, next, side, base }: ListProps & { side: 'tenant' | 'provider'; base: string }) => {
  const t = useTranslations('changes');
  return (
    <>
      <div className="filters row btw wrap">
        <Seg label={t('column.state')}>
          {changeFilters.map((one) => (
            <Link key={one} href={hrefOf(base, one)} aria-current={one === filter ? 'true' : undefined}>
              {t(`filter.${one}`)}
            </Link>
          ))}
        </Seg>
        <Link className="link s13" href={`${base}/security`}>
          {t('securityNotices')}
        </Link>
      </div>
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'what', label: t('column.what') }, ...(side === 'provider' ? [{ key: 'tenant', label: t('column.tenant') }] : []), { key: 'filed', label: t('column.filed') }, { key: 'effective', label: t('column.effective') }, { key: 'state', label: t('column.state') }]}>
          {items.map(({ id, urgency, state, settings, change, waiver, tenant, filed_at, effective_at, due_by }) => (
            <tr key={id}>
              <td>
                <span className="row wrap">
                  <UrgencyTag urgency={urgency} />
                  <Link className="link" href={`${base}/${id}`}>
                    {settings.map((setting) => t(`setting.${setting}`)).join(t('and'))}
                  </Link>
                  {waiver !== null && state === 'filed' ? <Tag tone="zhe">{t('waiverAsked')}</Tag> : null}
                </span>
                <span className="sub ch-b">{becomesOf(change)}</span>
              </td>
              {side === 'provider' ? <td>{tenant.name}</td> : null}
              <td className="hide sub">
                <Moment at={filed_at} />
              </td>
              <td>{urgency === 'urgent' && due_by ? <UrgentClock dueBy={due_by} /> : effective_at ? <time dateTime={effective_at}>{shortMomentOf(effective_at)}</time> : null}</td>
              <td className="end">
                <ChangeTag state={state} urgency={urgency} side={side} />
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t(`empty.${side}`)} written={filter === 'all' ? 0 : 5}>
          {t(`emptyBody.${side}`)}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf(base, filter)} trail={trail} next={next} /> : null}
    </>
  );
};

/** A tenant's notices to the provider: of changes, and of what endangers it. */
export const ChangesPage = ({ mayKeep, mayReport, ...list }: ListProps & { mayKeep: boolean; mayReport: boolean }) => {
  const t = useTranslations('changes');
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            {mayReport ? <ReportSecurity /> : null}
            {mayKeep ? (
              <Link className={buttonClass({ tone: 'ink' })} href="/changes/new">
                <Icon name="plus" />
                {t('new')}
              </Link>
            ) : null}
          </>
        }
      />
      <ChangeList {...list} side="tenant" base="/changes" />
    </main>
  );
};
