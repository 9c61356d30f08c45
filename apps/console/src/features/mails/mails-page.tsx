import './mails.css';
import type { Mail } from '@inkproof/contract';
import { Empty, Ledger, Mast, Tag, type TagTone } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { zhCN } from '../../words/zh-CN/index';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { OpenMail } from './open-mail';

type What = keyof typeof zhCN.mails.what;
const whatOf = (template: string, known: (what: What) => boolean): What => (known(template as What) ? (template as What) : 'other');
const toneOf: Record<Mail['state'], TagTone> = { waiting: 'dash', sent: 'lv', failed: 'zhe', bounced: 'zhu' };

/** The mails of the install. Where nothing sends them, they are read here. */
export const MailsPage = ({ mails, trail, next, sends }: { mails: readonly Mail[]; trail: Trail; next: string | null; sends: boolean }) => {
  const t = useTranslations('mails');
  const format = useFormatter();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(sends ? 'lede' : 'ledeKept')} />
      {mails.length ? (
        <>
          <Ledger
            caption={t('title')}
            columns={[
              { key: 'what', label: t('column.what') },
              { key: 'to', label: t('column.to') },
              { key: 'created', label: t('column.created') },
              { key: 'attempts', label: t('column.attempts'), numeric: true },
              { key: 'state', label: t('column.state') },
            ]}
          >
            {mails.map((mail) => (
              <tr key={mail.id}>
                <td>
                  <span className="nm">{t(`what.${whatOf(mail.template, (what) => t.has(`what.${what}`))}`)}</span>
                </td>
                <td className="sub ml-to">{mail.to ?? t('unread')}</td>
                <td className="hide sub">
                  <Moment at={mail.created_at} />
                </td>
                <td className="num hide sub">{format.number(mail.attempts)}</td>
                <td className="end">
                  <span className="row btw">
                    <Tag tone={toneOf[mail.state]}>{t(`state.${mail.state}`)}</Tag>
                    {mail.last_error === 'KEY_MISSING' ? <span className="s13 dim">{t('keyMissing')}</span> : mail.last_error ? <span className="mono s13 dim">{mail.last_error}</span> : null}
                    {!sends && mail.state === 'waiting' ? <OpenMail id={mail.id} /> : null}
                  </span>
                </td>
              </tr>
            ))}
          </Ledger>
          <Pager base="/admin/mails" trail={trail} next={next}>
            {t('foot')}
          </Pager>
        </>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
