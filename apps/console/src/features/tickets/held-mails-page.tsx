import './tickets.css';
import { api, type HeldMail } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { BackToDesk } from './back-to-desk';
import { PlaceMail } from './place-mail';

const Row = ({ mail, mayPlace }: { mail: HeldMail; mayPlace: boolean }) => {
  const t = useTranslations('tickets.heldMails');
  return (
    <tr>
      <td>
        <b>{mail.subject || '—'}</b>
        <p className="sub tk-macro-words">{mail.words}</p>
        {mail.files.length ? <p className="small dim">{t('files', { count: mail.files.length })}</p> : null}
      </td>
      <td className="sub">
        {mail.from.name}
        <div className="tk-said">{mail.from.email}</div>
      </td>
      <td className="sub">
        <Moment at={mail.at} />
        <div className="small dim">{t.rich('goes', { at: () => <Moment at={mail.goes_at} /> })}</div>
      </td>
      {mayPlace ? <td className="end">{mail.tenants.length ? <PlaceMail mail={mail} /> : <span className="sub">{t('nowhere', { name: mail.from.name })}</span>}</td> : null}
    </tr>
  );
};

/** Mail that waits until the desk says whose it is. It keeps itself fresh. */
export const HeldMailsPage = ({ mails, trail, next, mayPlace }: { mails: readonly HeldMail[]; trail: Trail; next: string | null; mayPlace: boolean }) => {
  const t = useTranslations('tickets.heldMails');
  return (
    <main className="main">
      <BackToDesk size="s" />
      <Mast title={t('title')} lede={t('lede')} actions={<StayFresh everySeconds={30} news={api.adminTickets.events.path} />} />
      {mails.length ? (
        <>
          <Ledger caption={t('title')} columns={[{ key: 'mail', label: t('mail') }, { key: 'from', label: t('from') }, { key: 'came', label: t('came') }, ...(mayPlace ? [{ key: 'acts', label: t('acts') }] : [])]}>
            {mails.map((mail) => (
              <Row key={mail.id} mail={mail} mayPlace={mayPlace} />
            ))}
          </Ledger>
          <Pager base="/admin/tickets/held-mails" trail={trail} next={next}>
            {t('foot')}
          </Pager>
        </>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
