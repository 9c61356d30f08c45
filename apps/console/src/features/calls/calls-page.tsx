import './calls.css';
import { callOutcomes, type LedgerCall } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Ledger, Mast, Seg } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { OutcomeTag, ReasonText } from './call-parts';
import { CallsFilter } from './calls-filter';
import { addressOf, type Which } from './read-which';

interface CallsPageProps {
  calls: readonly LedgerCall[];
  /** Where this list is; a call is below it. */
  base: string;
  which: Which;
  /** As the API was asked for it. */
  query: Which;
  trail: Trail;
  next: string | null;
  /** Whose calls they are, where staff look. */
  tenant?: string;
  /** Whether all of it can be had as a file from here. */
  hasFile?: boolean;
}

/** The ledger, call by call: what became of it, what was billed and why. */
export const CallsPage = ({ calls, base, which, query, trail, next, tenant, hasFile }: CallsPageProps) => {
  const t = useTranslations('calls');
  const format = useFormatter();
  const address = (outcome: Which['outcome']) => addressOf(base, { ...which, outcome });
  const isNarrowed = Boolean(which.request_id ?? which.from ?? which.to);
  return (
    <main className="main">
      <Mast
        title={tenant ? t('titleOf', { tenant }) : t('title')}
        lede={which.key ? t('ledeKey', { key: calls[0]?.key?.label ?? which.key }) : t(tenant ? 'ledeLook' : 'lede')}
        actions={
          hasFile ? (
            <a className={buttonClass()} href={addressOf('/v1/usage/calls', query, { format: 'csv' })} download>
              <Icon name="download" />
              {t('csv')}
            </a>
          ) : null
        }
      />
      <div className="ca-f">
        <Seg label={t('which')}>
          <Link href={address(undefined)} aria-current={which.outcome ? undefined : 'true'}>
            {t('all')}
          </Link>
          {callOutcomes.map((outcome) => (
            <Link key={outcome} href={address(outcome)} aria-current={which.outcome === outcome ? 'true' : undefined}>
              {t(`outcome.${outcome}`)}
            </Link>
          ))}
        </Seg>
      </div>
      <CallsFilter key={JSON.stringify(which)} base={base} which={which} />
      {calls.length ? (
        <Ledger
          caption={t('title')}
          columns={[
            { key: 'at', label: t('column.at') },
            { key: 'outcome', label: t('column.outcome') },
            { key: 'from', label: t('column.from') },
            { key: 'route', label: t('column.route') },
            { key: 'pages', label: t('column.pages'), numeric: true },
            { key: 'billed', label: t('column.billed'), numeric: true },
            { key: 'reason', label: t('column.reason') },
            { key: 'duration', label: t('column.duration'), numeric: true },
          ]}
        >
          {calls.map((call) => (
            <tr key={call.id} className="go">
              <td>
                <Link className="nm" href={`${base}/${call.id}`}>
                  <Moment at={call.at} />
                </Link>
              </td>
              <td className="end">
                <OutcomeTag outcome={call.outcome} />
              </td>
              <td className="sub">
                {call.key ? call.key.label : t('console')}
                {call.environment === 'test' ? <span className="dim"> {t('test')}</span> : null}
              </td>
              <td className="sub hide">{t(`route.${call.route}`)}</td>
              <td className="num sub hide">{format.number(call.pages)}</td>
              <td className="num end2" data-k={t('column.billed')}>{format.number(call.billed_pages)}</td>
              <td className="sub hide">
                <ReasonText call={call} />
              </td>
              <td className="num sub hide">{format.number(call.duration_ms)} ms</td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')}>{t(isNarrowed ? 'emptyAsked' : 'emptyBody')}</Empty>
      )}
      <Pager base={address(which.outcome)} trail={trail} next={next}>
        {t(isNarrowed ? 'footAsked' : 'foot')}
      </Pager>
    </main>
  );
};
