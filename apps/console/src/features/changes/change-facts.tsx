import type { ChangeNotice } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { momentOf, shortMomentOf } from '../../words/moments';
import { valueOf } from './becomes';

/** What is to become what, when and why, and all that happened so far: the same for both sides. */
export const ChangeFacts = ({ notice, side }: { notice: ChangeNotice; side: 'tenant' | 'provider' }) => {
  const t = useTranslations('changes');
  const tickets = useTranslations('tickets');
  const { change, reason, contact, waiver, effective_at, earliest_at, ticket, events, tenant, filed_by } = notice;
  const asked: [string, string][] = change.of === 'plan' ? [[t(`setting.${change.setting}`), change.words]] : Object.entries(change.values).map(([member, value]) => [t(`member.${member as 'url'}`), valueOf(value)]);
  return (
    <>
      <Section title={t('becomes')}>
        <Facts entries={[...asked.map(([name, value]) => [name, <span key="v" className={change.of === 'plan' ? undefined : 'mono'}>{value}</span>] as const), change.of === 'plan' ? null : [t(`of.${change.of}`), <span key="i" className="id">{change.id}</span>], [t('form.reason'), reason], [t('form.contact'), contact]]} />
      </Section>
      <Section title={t('form.when')}>
        <Facts entries={[side === 'provider' ? [t('column.tenant'), tenant.name] : null, [t('filedBy'), filed_by.name ?? filed_by.id], effective_at ? [t('column.effective'), momentOf(effective_at)] : null, earliest_at ? [t('earliest'), momentOf(earliest_at)] : null, waiver ? [t('form.waiver'), waiver] : null, [t('how'), t(notice.automatic ? 'byPlatform' : 'byTenant')], ticket ? [t('ticket'), <Link key="t" className="link id" href={side === 'tenant' ? `/tickets/${ticket}` : `/admin/tickets/${ticket}`}>{ticket}</Link>] : null]} />
      </Section>
      <Section title={t('log')}>
        <ol className="ch-log">
          {events.map(({ id, at, kind, by, side: whose, words }) => (
            <li key={id}>
              <time dateTime={at} title={momentOf(at)}>
                {shortMomentOf(at)}
              </time>
              <div>
                <b>{t(`event.${kind}`)}</b> <span className="dim">{by?.name ?? tickets(`side.${whose}`)}</span>
                {words && kind !== 'filed' ? <p>{words}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
};
