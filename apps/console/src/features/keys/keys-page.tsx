import './keys.css';
import { Empty, Ledger, Mast, Seg, Tag } from '@inkproof/ui';
import type { ApiKey } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { readConfig } from '../../config';
import { dayOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { IssueKey } from './issue-key';
import { KeyMenu } from './key-menu';

export type Environment = ApiKey['environment'];

const views = [undefined, 'live', 'test'] as const;

interface KeysPageProps {
  keys: readonly ApiKey[];
  /** Only the keys of this environment; all of them when absent. */
  environment?: Environment;
  /** Whether this person may issue and revoke. */
  mayKeep: boolean;
}

/** The keys that programs of this tenant call with. */
export const KeysPage = ({ keys, environment, mayKeep }: KeysPageProps) => {
  const t = useTranslations('keys');
  const of = (view: Environment | undefined) => keys.filter((key) => !view || key.environment === view);
  const shown = of(environment);
  const issue = mayKeep ? <IssueKey apiUrl={readConfig().publicApiUrl} /> : null;
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(mayKeep ? 'lede' : 'ledeReading')} actions={issue} />
      {keys.length ? (
        <>
          <div className="filters">
            <Seg label={t('environmentOf')}>
              {views.map((view) => (
                <Link key={view ?? 'all'} href={view ? `/keys?environment=${view}` : '/keys'} aria-current={view === environment ? 'true' : undefined}>
                  {t(`view.${view ?? 'all'}`, { count: of(view).length })}
                </Link>
              ))}
            </Seg>
          </div>
          {shown.length ? (
            <Ledger
              caption={t('title')}
              columns={[
                { key: 'name', label: t('column.name') },
                { key: 'secret', label: t('column.secret') },
                { key: 'environment', label: t('column.environment') },
                { key: 'retention', label: t('column.retention') },
                { key: 'created', label: t('column.created') },
                { key: 'used', label: t('column.used') },
                { key: 'state', label: t('column.state') },
              ]}
            >
              {shown.map((key) => (
                <tr key={key.id}>
                  <td>
                    <span className="nm">{key.label}</span>
                  </td>
                  <td>
                    <span className="id">{key.hint}…</span>
                  </td>
                  <td className="hide sub">{t(`environment.${key.environment}`)}</td>
                  <td className="hide sub">{t(`retention.${key.retention}`)}</td>
                  <td className="hide sub">{dayOf(key.created_at)}</td>
                  <td className="end2 sub">{key.last_used_at ? <Moment at={key.last_used_at} /> : t('neverUsed')}</td>
                  <td className="end">
                    <span className="row btw key-s">
                      {key.revoked_at ? <Tag tone="void">{t('revoked')}</Tag> : <Tag tone="lv">{t('active')}</Tag>}
                      <KeyMenu id={key.id} label={key.label} hint={key.hint} mayRevoke={mayKeep && !key.revoked_at} />
                    </span>
                  </td>
                </tr>
              ))}
            </Ledger>
          ) : (
            <Empty title={t(`none.${environment ?? 'live'}`)}>{t('noneBody')}</Empty>
          )}
          <div className="pager">{t('count', { count: keys.length, active: keys.filter((key) => !key.revoked_at).length })}</div>
        </>
      ) : (
        <Empty title={t('empty')}>{t(mayKeep ? 'emptyBody' : 'emptyReading')}</Empty>
      )}
    </main>
  );
};
