import './webhooks.css';
import type { Webhook } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { RegisterWebhook } from './register-webhook';
import { DeliveryState, EnabledState } from './webhook-state';
import { wordOf } from './word-of';

/** Where this tenant's programs are told of what happens. */
export const WebhooksPage = ({ webhooks, mayKeep, isOver }: { webhooks: readonly Webhook[]; mayKeep: boolean; isOver: boolean }) => {
  const t = useTranslations('webhooks');
  const over = useTranslations('ending.over');
  return (
    <main className="main">
      <Mast title={t('title')} lede={t(isOver ? 'ledeOver' : mayKeep ? 'lede' : 'ledeReading')} actions={mayKeep && webhooks.length ? <RegisterWebhook /> : null} />
      {webhooks.length ? (
        <>
          <Ledger
            caption={t('title')}
            columns={[
              { key: 'label', label: t('column.label') },
              { key: 'address', label: t('column.address') },
              { key: 'events', label: t('column.events') },
              { key: 'last', label: t('column.last') },
              { key: 'state', label: t('column.state') },
            ]}
          >
            {webhooks.map(({ id, label, url, events, enabled, last_delivery: last }) => (
              <tr key={id} className="go">
                <td>
                  <Link className="nm" href={`/webhooks/${id}`}>
                    {label}
                  </Link>
                </td>
                <td className="wh-u hide">{url}</td>
                <td className="hide sub">{events.map((event) => t(`event.${wordOf(event)}`)).join(t('comma'))}</td>
                <td className="sub">{last ? <span className="row wh-l"><Moment at={last.at} /><DeliveryState state={last.state} /></span> : t('neverSent')}</td>
                <td className="end">
                  <EnabledState enabled={enabled} />
                </td>
              </tr>
            ))}
          </Ledger>
          <div className="pager">{t('count', { count: webhooks.length })}</div>
        </>
      ) : (
        <Empty title={isOver ? over('title') : t('empty')} actions={mayKeep ? <RegisterWebhook /> : null}>
          {isOver ? over('body') : t(mayKeep ? 'emptyBody' : 'emptyReading')}
        </Empty>
      )}
    </main>
  );
};
