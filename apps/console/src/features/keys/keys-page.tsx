import './keys.css';
import { Empty, Ledger, Mast, Seg } from '@inkproof/ui';
import { keyScopes, type ApiKey } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { clock } from '../../clock';
import { readConfig } from '../../config';
import { dayOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { endsInDays } from './ends-in-days';
import { IssueKey } from './issue-key';
import { KeyMenu } from './key-menu';
import { KeyState } from './key-state';
import { lastDayOf } from './key-wish';

export type Environment = ApiKey['environment'];
export type Standing = 'usable' | 'ended';

const views = [undefined, 'live', 'test'] as const;
/** More in a row would make it several lines high. */
const MOST_SCOPES = 4;
const standings = [undefined, 'usable', 'ended'] as const;

interface KeysPageProps {
  keys: readonly ApiKey[];
  /** Only the keys of this environment; all of them when absent. */
  environment?: Environment;
  /** Only those that still open something, or only those that do not. */
  standing?: Standing;
  /** Whether this person may issue, change and revoke. */
  mayKeep: boolean;
  /** Whether the service has ended, and with it what any key opens. */
  isOver: boolean;
}

const address = (environment: Environment | undefined, standing: Standing | undefined): '/keys' | `/keys?${string}` => {
  const query = new URLSearchParams({ ...(environment && { environment }), ...(standing && { standing }) });
  return query.size ? `/keys?${query}` : '/keys';
};

/** The keys that programs of this tenant call with. */
export const KeysPage = ({ keys, environment, standing, mayKeep, isOver }: KeysPageProps) => {
  const t = useTranslations('keys');
  const over = useTranslations('ending.over');
  const now = clock.now();
  const apiUrl = readConfig().publicApiUrl;
  const isUsable = ({ state }: ApiKey): boolean => !isOver && (state === 'active' || state === 'retiring');
  const of = (view: Environment | undefined, which: Standing | undefined) => keys.filter((key) => (!view || key.environment === view) && (!which || isUsable(key) === (which === 'usable')));
  const shown = of(environment, standing);
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(isOver ? 'ledeOver' : mayKeep ? 'lede' : 'ledeReading')} actions={mayKeep ? <IssueKey apiUrl={apiUrl} /> : null} />
      {keys.length ? (
        <>
          <div className="filters">
            <Seg label={t('environmentOf')}>
              {views.map((view) => (
                <Link key={view ?? 'all'} href={address(view, standing)} aria-current={view === environment ? 'true' : undefined}>
                  {t(`view.${view ?? 'all'}`, { count: of(view, standing).length })}
                </Link>
              ))}
            </Seg>
            <Seg label={t('column.state')}>
              {standings.map((which) => (
                <Link key={which ?? 'all'} href={address(environment, which)} aria-current={which === standing ? 'true' : undefined}>
                  {t(`standing.${which ?? 'all'}`, { count: of(environment, which).length })}
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
                { key: 'scopes', label: t('column.scopes') },
                { key: 'bounds', label: t('column.bounds') },
                { key: 'used', label: t('column.used') },
                { key: 'expires', label: t('column.expires') },
                { key: 'state', label: t('column.state') },
              ]}
            >
              {shown.map((key) => (
                <tr key={key.id}>
                  <td>
                    <span className="nm">{key.label}</span>
                    {key.purpose ? <div className="sub key-p">{key.purpose}</div> : null}
                  </td>
                  <td>
                    <span className="id">{key.hint}…</span>
                  </td>
                  <td className="hide">
                    <Scopes of={key} />
                  </td>
                  <td className="hide sub">
                    <Bounds of={key} />
                  </td>
                  <td className="end2 sub">
                    {key.last_used_at ? <Moment at={key.last_used_at} /> : t('neverUsed')}
                    {key.last_used_from ? <div className="mono key-p">{key.last_used_from}</div> : null}
                    {key.last_used_for ? <div className="mono key-p">{key.last_used_for}</div> : null}
                  </td>
                  <td className="hide sub">
                    <End of={key} now={now} />
                  </td>
                  <td className="end">
                    <span className="row btw key-s">
                      <KeyState of={key} now={now} isOver={isOver} />
                      <KeyMenu of={key} mayKeep={mayKeep} apiUrl={apiUrl} />
                    </span>
                  </td>
                </tr>
              ))}
            </Ledger>
          ) : (
            <Empty title={t('none')}>{t('noneBody')}</Empty>
          )}
          <div className="pager">{t('count', { count: keys.length, active: keys.filter(isUsable).length })}</div>
        </>
      ) : (
        <Empty title={isOver ? over('title') : t('empty')}>{isOver ? over('body') : t(mayKeep ? 'emptyBody' : 'emptyReading')}</Empty>
      )}
    </main>
  );
};

/** What it opens; of many the first ones, and the others when pointed at. */
const Scopes = ({ of: { scopes } }: { of: ApiKey }) => {
  const t = useTranslations('keys');
  const shown = scopes.length === keyScopes.length ? (['all'] as const) : scopes.length > MOST_SCOPES ? scopes.slice(0, MOST_SCOPES - 1) : scopes;
  const more = scopes.length === keyScopes.length ? [] : scopes.slice(shown.length);
  return (
    <span className="key-c">
      {shown.map((scope) => (
        <span key={scope} className="chip-s">
          {t(`scope.${scope}`)}
        </span>
      ))}
      {more.length ? (
        <span className="chip-s" title={more.map((scope) => t(`scope.${scope}`)).join(' · ')}>
          {t('scopesMore', { more: more.length })}
        </span>
      ) : null}
    </span>
  );
};

/** From where, how fast, and what is kept. */
const Bounds = ({ of }: { of: ApiKey }) => {
  const t = useTranslations('keys');
  const [first, ...more] = of.allowed_addresses;
  return (
    <>
      <div title={of.allowed_addresses.join(', ') || undefined}>{first ? <span className="mono">{first}</span> : t('anywhere')}
        {more.length ? ` ${t('andMore', { more: more.length })}` : null}
      </div>
      <div className="key-p">{[of.requests_per_second ? t('ofOwn', { count: of.requests_per_second }) : null, t(`retentionShort.${of.retention}`)].filter(Boolean).join(' · ')}</div>
    </>
  );
};

/** When it ends: by its own date, or because it was rotated. */
const End = ({ of, now }: { of: ApiKey; now: Date }) => {
  const t = useTranslations('keys');
  if (of.revoked_at) return <>{dayOf(of.revoked_at)}</>;
  if (of.retires_at) return <span className={of.state === 'retiring' ? 'zhe' : undefined}>{t('until', { moment: dayOf(of.retires_at) })}</span>;
  if (!of.expires_at) return <>{t('noEnd')}</>;
  const days = endsInDays(of.expires_at, now);
  return days === undefined ? <>{lastDayOf(of.expires_at)}</> : <span className="zhe">{t('endsIn', { day: lastDayOf(of.expires_at), days })}</span>;
};
