import type { Delivery as ShownDelivery, Webhook as ShownWebhook } from '@inkproof/contract';
import type { Delivery, Webhook } from '../model/webhook.js';
import type { LastDelivery } from '../store/webhook-store.js';

export const showWebhook = ({ createdAt, secretHint, previousUntil, ...webhook }: Webhook, last: LastDelivery | null = null): ShownWebhook => ({
  ...webhook,
  created_at: createdAt.toISOString(),
  secret_hint: secretHint,
  previous_secret_until: previousUntil?.toISOString() ?? null,
  last_delivery: last && { at: last.at.toISOString(), state: last.state },
});

export const showDelivery = ({ createdAt, nextAttemptAt, attempts, ...delivery }: Delivery): ShownDelivery => ({
  ...delivery,
  created_at: createdAt.toISOString(),
  next_attempt_at: nextAttemptAt?.toISOString() ?? null,
  attempts: attempts.map(({ at, durationMs, status, error }) => ({ at: at.toISOString(), duration_ms: durationMs, status, error })),
});
