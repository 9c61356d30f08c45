import type { Clock, Ids } from '@inkproof/kernel';
import type { Run } from '@inkproof/platform';
import { messageOf } from '../model/message.js';
import { writeDeliveries } from '../store/ledger-rows.js';
import type { ConcernedTenant, OpenNotice } from '../store/spread-store.js';

/** Lays a notice before the webhooks that asked for its kind, and enters each in the ledger. Asking for it is a wish, so a plan is not asked for. */
export class TellPrograms {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {}

  async of(run: Run, { id: noticeId, kind, subject, link }: OpenNotice, tenants: readonly ConcernedTenant[]): Promise<void> {
    const listening = await run<{ tenant_id: string; webhook_id: string }>({ text: 'SELECT * FROM gate_find_listening($1, $2)', values: [kind, tenants.map(({ id }) => id)] });
    if (!listening.length) return;
    const at = this.clock.now();
    const rows = listening.map(({ tenant_id: tenantId, webhook_id: webhookId }) => ({ id: this.ids.next('dlv'), tenantId, webhookId }));
    await run({
      text: `INSERT INTO webhook_delivery (id, tenant_id, webhook_id, event, subject, body, created_at, state, next_attempt_at)
             SELECT d.id, d.tenant_id, d.webhook_id, $4, $5, $6, $7::timestamptz, 'waiting', $7::timestamptz FROM unnest($1::text[], $2::text[], $3::text[]) AS d(id, tenant_id, webhook_id)`,
      values: [rows.map(({ id }) => id), rows.map(({ tenantId }) => tenantId), rows.map(({ webhookId }) => webhookId), kind, subject, messageOf(kind, at, { notice_id: noticeId, subject, link: this.consoleUrl + link }), at],
    });
    await writeDeliveries(run, rows.map(({ id, tenantId }) => ({ id: this.ids.next('ndl'), noticeId, tenantId, personId: null, channel: 'webhook', kind, owed: false, carrierId: id })), at);
  }
}
