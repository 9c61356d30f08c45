import type { WebhookEvent } from './webhook.js';

/** The body of a message as Standard Webhooks lays it out. It names what happened and never holds what was read. */
export const messageOf = (event: WebhookEvent, at: Date, data: Record<string, unknown>): string => JSON.stringify({ type: event, timestamp: at.toISOString(), data });
