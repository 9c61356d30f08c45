import type { webhookEvents } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

export type WebhookEvent = (typeof webhookEvents)[number];

/** Where a tenant wants to be told of what happens, and of what. */
export interface Webhook {
  id: Id<'whk'>;
  url: string;
  label: string;
  events: WebhookEvent[];
  enabled: boolean;
  createdAt: Date;
  secretHint: string;
  /** Until when the secret before the present one signs too. */
  previousUntil: Date | null;
}

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One try to hand a message over. */
export interface Attempt {
  at: Date;
  durationMs: number;
  /** What the receiver answered; null when there was no answer. */
  status: number | null;
  error: string | null;
}

/** One message to one webhook, until it was taken or given up. */
export interface Delivery {
  id: Id<'dlv'>;
  event: WebhookEvent;
  /** The id of what the event is about. */
  subject: string;
  createdAt: Date;
  state: DeliveryState;
  nextAttemptAt: Date | null;
  attempts: Attempt[];
}

/** Every event is written once for each of these, so their number is bounded. */
export const WEBHOOKS_MAX = 10;
