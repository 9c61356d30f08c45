import type { Run } from '@inkproof/platform';

/** A mail that was owed and did not arrive. */
export interface LostMail {
  id: string;
  noticeId: string;
  /** Null, like the name, where it was for somebody of the staff. */
  tenantId: string | null;
  tenantName: string | null;
}

/** Mails that were lost, in a transaction of the provider's. */
export class LostStore {
  /** Held until the transaction ends; those that another worker holds are passed over. */
  hold(run: Run, most: number): Promise<LostMail[]> {
    return run<LostMail>({
      text: `SELECT d.id, d.notice_id AS "noticeId", d.tenant_id AS "tenantId", (SELECT t.name FROM tenant t WHERE t.id = d.tenant_id) AS "tenantName" FROM notice_delivery d
             WHERE d.owed AND d.fell_back_at IS NULL AND d.channel = 'mail' AND d.state IN ('bounced', 'failed') ORDER BY d.id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      values: [most],
    });
  }

  /** The notice stands over the inboxes of its side until it is read there. */
  async fellBack(run: Run, { id, noticeId, tenantId }: LostMail, at: Date): Promise<void> {
    await run({ text: 'UPDATE notice_delivery SET fell_back_at = $2 WHERE id = $1', values: [id, at] });
    await run({ text: `UPDATE notice_delivery SET pinned = true WHERE notice_id = $1 AND tenant_id IS NOT DISTINCT FROM $2 AND channel = 'app' AND read_at IS NULL`, values: [noticeId, tenantId] });
  }

  /** Whose addresses were tried for this notice. */
  async tried(run: Run, { noticeId, tenantId }: LostMail): Promise<Set<string>> {
    const rows = await run<{ person_id: string }>({ text: `SELECT person_id FROM notice_delivery WHERE notice_id = $1 AND tenant_id = $2 AND channel = 'mail'`, values: [noticeId, tenantId] });
    return new Set(rows.map(({ person_id: personId }) => personId));
  }
}
