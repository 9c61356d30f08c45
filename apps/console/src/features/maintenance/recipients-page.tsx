import './maintenance.css';
import { maintenanceMessages, type MaintenanceRecipients, type WholeMaintenanceWindow } from '@inkproof/contract';
import { Button, buttonClass, Empty, Facts, Icon, Ledger, Mast, Seg, Tag } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Form from 'next/form';
import Link from 'next/link';
import { momentOf } from '../../words/moments';
import { wordsFor } from '../../words/words-for';
import { OwnMoment } from '../moments/own-moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { recipientsHref } from './recipients-href';

interface RecipientsPageProps {
  window: WholeMaintenanceWindow;
  recipients: MaintenanceRecipients;
  search: string | undefined;
  csv: string;
  trail: Trail;
}

/** Exactly who is told a message of a window, on which way and when. */
export const RecipientsPage = ({ window: { id, title, state }, recipients: { message, at, totals, items, next_cursor: next }, search, csv, trail }: RecipientsPageProps) => {
  const t = useTranslations('maintenance.recipients');
  const messages = useTranslations('maintenance.preview');
  const channels = useTranslations('inbox.channel');
  const format = useFormatter();
  const locale = useLocale();
  const moment = message === 'scheduled' && state === 'draft' ? messages('atOnce') : at === null ? messages('byHand') : momentOf(at);
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={<Link className="link" href={`/admin/maintenance/${id}`}>{wordsFor(locale, title)}</Link>}
        actions={
          <a className={buttonClass({})} href={csv} download>
            <Icon name="download" />
            {t('csv')}
          </a>
        }
      />
      <div className="filters mt-f">
        <Seg label={t('message')}>
          {maintenanceMessages.map((one) => (
            <Link key={one} href={recipientsHref(id, one, search)} aria-current={one === message ? 'true' : undefined}>
              {messages(`message.${one}`)}
            </Link>
          ))}
        </Seg>
      </div>
      <Facts
        entries={[
          [t('at'), <span key="at" className="num">{moment} {at !== null && state !== 'draft' ? <OwnMoment at={at} /> : null}</span>],
          [t('tenants'), format.number(totals.tenants)],
          ...(['app', 'mail', 'webhook'] as const).map((channel) => [channels(channel), format.number(totals[channel])] as const),
          totals.untold ? [t('untold'), format.number(totals.untold)] : null,
        ]}
      />
      <Form key={search} className="mt-s" role="search" action={`/admin/maintenance/${id}/recipients`}>
        <input type="hidden" name="message" value={message} />
        <input className="in" type="search" name="search" maxLength={120} defaultValue={search} aria-label={t('search')} placeholder={t('search')} />
        <Button type="submit">{t('find')}</Button>
      </Form>
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'tenant', label: t('tenant') }, { key: 'duty', label: t('duty') }, { key: 'who', label: t('who') }]}>
          {items.map(({ tenant, plan, duty, people, webhooks }) => (
            <tr key={tenant.id}>
              <td>
                <Link className="link" href={`/admin/tenants/${tenant.id}`}>
                  {tenant.name}
                </Link>{' '}
                <span className="sub">{plan}</span>
              </td>
              <td className="end">
                <Tag tone={duty === 'required' ? 'lv' : 'dash'}>{t(`duties.${duty}`)}</Tag>
              </td>
              <td>
                <ul className="mt-i">
                  {people.map((person) => (
                    <li key={`${person.id} ${person.channel}`}>
                      {person.name} <span className="sub">{channels(person.channel)}{person.owed ? null : ` · ${t('byWish')}`}</span>
                    </li>
                  ))}
                  {webhooks ? <li className="sub">{t('webhooks', { count: webhooks })}</li> : null}
                  {people.length || webhooks ? null : <li className="dim">{t('nobody')}</li>}
                </ul>
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('none')}>{t(search === undefined ? 'noneBody' : 'noneFound')}</Empty>
      )}
      {items.length || trail.cursor ? <Pager base={recipientsHref(id, message, search)} trail={trail} next={next} /> : null}
    </main>
  );
};
