import { deliveryStates, noticeChannels, noticeKinds, noticeTopics, topicOf, type TenantName } from '@inkproof/contract';
import { buttonClass, Fold, Seg, SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from 'next/link';
import { TenantField } from '../tenants/tenant-field';
import { wordOf } from '../webhooks/word-of';
import { ledgerHref, ledgerViews, type LedgerQuery, type LedgerView } from './ledger-query';

interface LedgerFilterProps {
  view: LedgerView;
  query: LedgerQuery;
  tenant: TenantName | undefined;
}

/** Which list of the ledger is shown, and what it is narrowed to. */
export const LedgerFilter = ({ view, query, tenant }: LedgerFilterProps) => {
  const t = useTranslations('notices');
  const inbox = useTranslations('inbox');
  const kinds = useTranslations('webhooks.event');
  const { path, names } = ledgerViews[view];
  const about = noticeTopics.flatMap((topic) => [{ value: topic as string, label: inbox(`topic.${topic}`) }, ...noticeKinds.filter((kind) => topicOf(kind) === topic).map((kind) => ({ value: kind as string, label: `　${kinds(wordOf(kind))}` }))]);
  const all = { value: '', label: t('filter.all') };
  return (
    <>
      <div className="filters ln-f">
        <Seg label={t('lists')}>
          {(['notices', 'deliveries'] as const).map((one) => (
            <Link key={one} href={ledgerHref(one, query)} aria-current={one === view ? 'true' : undefined}>
              {t(`list.${one}`)}
            </Link>
          ))}
        </Seg>
      </div>
      <Fold label={t('filter.title')} count={Object.keys(query).length}>
        <Form key={JSON.stringify(query)} className="ln-q" role="search" aria-label={t('filter.title')} action={path}>
          {query.person ? <input type="hidden" name="person" value={query.person} /> : null}
          {names.includes('search') ? <TextField label={t('filter.search')} name="search" maxLength={120} defaultValue={query.search} placeholder={t('filter.searchHint')} /> : null}
          {names.includes('subject') ? <TextField label={t('filter.subject')} name="subject" maxLength={64} defaultValue={query.subject} placeholder="mnt_…" spellCheck={false} /> : null}
          <TenantField initial={tenant} />
          <SelectField label={t('filter.about')} name="about" defaultValue={query.about ?? ''} options={[all, ...about]} />
          {names.includes('channel') ? <SelectField label={t('column.channel')} name="channel" defaultValue={query.channel ?? ''} options={[all, ...noticeChannels.map((channel) => ({ value: channel, label: inbox(`channel.${channel}`) }))]} /> : null}
          {names.includes('state') ? <SelectField label={t('column.state')} name="state" defaultValue={query.state ?? ''} options={[all, ...deliveryStates.map((state) => ({ value: state, label: t(`state.${state}`) }))]} /> : null}
          <TextField label={t('filter.from')} name="from" type="date" defaultValue={query.from} />
          <TextField label={t('filter.to')} name="to" type="date" defaultValue={query.to} />
          <div className="row ln-qb">
            <button type="submit" className={buttonClass({})}>
              {t('filter.apply')}
            </button>
            {Object.keys(query).length ? (
              <Link className={buttonClass({ tone: 'quiet' })} href={path}>
                {t('filter.clear')}
              </Link>
            ) : null}
          </div>
        </Form>
      </Fold>
    </>
  );
};
