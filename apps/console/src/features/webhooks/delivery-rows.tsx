import type { Delivery, Webhook } from '@inkproof/contract';
import { Ledger } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { Redeliver } from './redeliver';
import { DeliveryState } from './webhook-state';
import { wordOf } from './word-of';

type Attempt = Delivery['attempts'][number];

/** Each message, how it fared, and on request every attempt. */
export const DeliveryRows = ({ webhookId, deliveries, mayKeep }: { webhookId: Webhook['id']; deliveries: readonly Delivery[]; mayKeep: boolean }) => {
  const t = useTranslations('webhooks');
  const format = useFormatter();
  const answerOf = ({ status, error }: Attempt) => (status === null ? t(`error.${errorName(error)}`) : `HTTP ${status}`);
  return (
    <Ledger
      caption={t('log')}
      columns={[
        { key: 'at', label: t('column.at') },
        { key: 'event', label: t('column.event') },
        { key: 'attempts', label: t('column.attempts') },
        { key: 'state', label: t('column.state') },
      ]}
    >
      {deliveries.map(({ id, event, subject, created_at: at, state, next_attempt_at: next, attempts }) => (
        <tr key={id}>
          <td>
            <Moment at={at} />
          </td>
          <td>
            {t(`event.${wordOf(event)}`)} <span className="id wh-s hide">{subject}</span>
          </td>
          <td className="sub">
            {attempts.length ? (
              <details className="wh-a">
                <summary>{t('attempts', { count: attempts.length, last: answerOf(attempts.at(-1) as Attempt) })}</summary>
                <ol>
                  {attempts.map((attempt) => (
                    <li key={attempt.at}>
                      <span className="num">{momentOf(attempt.at)}</span> {answerOf(attempt)} <span className="dim">{format.number(attempt.duration_ms)} ms</span>
                    </li>
                  ))}
                </ol>
                <p className="small dim">
                  {t('deliveryId')} <span className="id">{id}</span>
                </p>
              </details>
            ) : (
              t('notYet')
            )}
            {state === 'waiting' && next && attempts.length ? <span className="small dim">{t('nextAt', { moment: momentOf(next) })}</span> : null}
          </td>
          <td className="end">
            <span className="row btw">
              <DeliveryState state={state} />
              {mayKeep ? <Redeliver webhookId={webhookId} id={id} label={t('redeliver')} /> : null}
            </span>
          </td>
        </tr>
      ))}
    </Ledger>
  );
};

const errors = ['name', 'connection', 'timeout', 'address', 'scheme', 'credentials', 'port', 'insecure'] as const;

/** Every reason that is told by name; anything newer is a failed connection to a person. */
const errorName = (error: string | null): (typeof errors)[number] => errors.find((known) => known === error) ?? 'connection';
