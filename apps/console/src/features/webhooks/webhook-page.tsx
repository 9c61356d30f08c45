import './webhooks.css';
import type { Delivery, Webhook } from '@inkproof/contract';
import { Empty, Facts, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { StayFresh } from '../live/stay-fresh';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { DeliveryRows } from './delivery-rows';
import { WebhookActs } from './webhook-acts';
import { EnabledState } from './webhook-state';
import { wordOf } from './word-of';

interface WebhookPageProps {
  webhook: Webhook;
  deliveries: readonly Delivery[];
  trail: Trail;
  next: string | null;
  mayKeep: boolean;
}

/** One webhook and everything that was sent to it. */
export const WebhookPage = ({ webhook, deliveries, trail, next, mayKeep }: WebhookPageProps) => {
  const t = useTranslations('webhooks');
  return (
    <main className="main">
      <Mast title={webhook.label} lede={<span className="wh-u">{webhook.url}</span>} actions={mayKeep ? <WebhookActs webhook={webhook} /> : null} />
      <Facts
        entries={[
          [t('column.state'), <EnabledState key="state" enabled={webhook.enabled} />],
          [t('column.events'), webhook.events.map((event) => t(`event.${wordOf(event)}`)).join(t('comma'))],
          [t('column.created'), momentOf(webhook.created_at)],
          [t('secretLabel'), <span key="secret" className="id">{webhook.secret_hint}…</span>],
          webhook.previous_secret_until ? [t('previousSecret'), t('signsUntil', { moment: momentOf(webhook.previous_secret_until) })] : null,
          [t('column.id'), <span key="id" className="id">{webhook.id}</span>],
        ]}
      />
      <Section title={t('log')} aside={<StayFresh everySeconds={5} />}>
        {deliveries.length ? (
          <>
            <DeliveryRows webhookId={webhook.id} deliveries={deliveries} mayKeep={mayKeep} />
            <Pager base={`/webhooks/${webhook.id}`} trail={trail} next={next}>
              {t('logKept')}
            </Pager>
          </>
        ) : (
          <Empty title={t('logEmpty')}>{t(mayKeep ? 'logEmptyBody' : 'logEmptyReading')}</Empty>
        )}
      </Section>
    </main>
  );
};
