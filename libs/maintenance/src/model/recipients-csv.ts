import type { MaintenanceRecipient, MaintenanceRecipients } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow } from '@inkproof/kernel';

/** RFC 4180, with a byte order mark: a line for each person and channel, and one for a tenant of which nobody is told by name. */
export const recipientsCsvHead = BYTE_ORDER_MARK + csvRow(['tenant_id', 'tenant', 'plan', 'duty', 'message', 'at', 'channel', 'person_id', 'person', 'owed', 'webhooks']);

export const recipientsCsvRows = (items: readonly MaintenanceRecipient[], message: MaintenanceRecipients['message'], at: string | null): string =>
  items
    .flatMap(({ tenant, plan, duty, people, webhooks }) => {
      const line = (channel: string | null, personId: string | null, person: string | null, owed: string | null, count: number | null) => csvRow([tenant.id, tenant.name, plan, duty, message, at, channel, personId, person, owed, count]);
      const lines = [...people.map(({ id, name, channel, owed }) => line(channel, id, name, String(owed), null)), ...(webhooks ? [line('webhook', null, null, 'false', webhooks)] : [])];
      return lines.length ? lines : [line(null, null, null, null, null)];
    })
    .join('');
