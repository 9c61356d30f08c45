import type { Id } from '@inkproof/kernel';
import type { Statement } from '@inkproof/platform';

/** The lease of a call or a job, as it is ended by what records it. */
interface Ended {
  tenantId: Id<'ten'>;
  id: string;
  /** When it was admitted, which says the month its pages count in. */
  at: string | Date;
}

/**
 * Ends a lease in the transaction that records its call: what was billed counts in the month, what was reserved beyond it is
 * free. A lease that has run out meanwhile is billed all the same.
 */
export const settling = ({ tenantId, id, at }: Ended, billedPages: number): Statement =>
  billedPages === 0
    ? { name: 'give_lease_back', text: 'DELETE FROM quota_lease WHERE tenant_id = $1 AND id = $2', values: [tenantId, id] }
    : {
        name: 'settle_lease',
        text: `INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at) VALUES ($1, $2, 'live', false, $3, quota_month($4::timestamptz), NULL)
               ON CONFLICT (id) DO UPDATE SET in_flight = false, pages = EXCLUDED.pages, expires_at = NULL`,
        values: [id, tenantId, billedPages, at],
      };

/** Holds pages for a job until it ends, in the transaction that opens it. */
export const holding = ({ tenantId, id, at }: Ended, pages: number, expiresAt: Date): Statement => ({
  name: 'hold_lease',
  text: `INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month, expires_at) VALUES ($1, $2, 'live', false, $3, quota_month($4::timestamptz), $5)
         ON CONFLICT (id) DO UPDATE SET expires_at = EXCLUDED.expires_at`,
  values: [id, tenantId, pages, at, expiresAt],
});
