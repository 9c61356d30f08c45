import { once } from 'node:events';
import { Controller, Inject, Res } from '@nestjs/common';
import { api, type MaintenanceRecipient, type MaintenanceRecipients } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Foreseen } from '@inkproof/notice';
import { Answers, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { ForeseeMaintenance, type RecipientsAsked } from '../actions/foresee-maintenance.js';
import { recipientsCsvHead, recipientsCsvRows } from '../model/recipients-csv.js';

interface Asked extends Pick<RecipientsAsked, 'message' | 'search'> {
  cursor?: string;
  limit: number;
  format: 'json' | 'csv';
}

const CSV_AT_ONCE = 1_000;

const show = ({ tenant: { id, name, planName }, duty, words, webhooks }: Foreseen): MaintenanceRecipient => ({
  tenant: { id, name },
  plan: planName,
  duty,
  people: words.map(({ personId, ...word }) => ({ id: personId, ...word })),
  webhooks,
});

/** Whom a window concerns, tenant by tenant. */
@Controller()
export class RecipientsController {
  constructor(@Inject(ForeseeMaintenance) private readonly foresee: ForeseeMaintenance) {}

  @Answers(api.adminMaintenance.recipients)
  async recipients(@Given.params(api.adminMaintenance.recipients.params) { id }: { id: Id<'mnt'> }, @Given.query(api.adminMaintenance.recipients.query) { cursor, limit, format, ...asked }: Asked, @Res() response: Response): Promise<void> {
    if (format === 'csv') return this.#sendCsv(id, asked, response);
    const { at, totals, rows } = await this.foresee.of(id, { ...asked, above: cursor, size: limit + 1 });
    const items = rows.slice(0, limit).map(show);
    const reply: MaintenanceRecipients = { message: asked.message, at: at && at.toISOString(), totals, items, next_cursor: rows.length > limit ? items.at(-1)!.tenant.id : null };
    response.json(reply);
  }

  /** Written as it is read: everybody does not fit into memory. */
  async #sendCsv(id: Id<'mnt'>, asked: Pick<RecipientsAsked, 'message' | 'search'>, response: Response): Promise<void> {
    let page = await this.foresee.rows(id, { ...asked, size: CSV_AT_ONCE });
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="inkproof-recipients-${id}-${asked.message}.csv"` });
    response.write(recipientsCsvHead);
    while (page.rows.length && !response.destroyed) {
      if (!response.write(recipientsCsvRows(page.rows.map(show), asked.message, page.at && page.at.toISOString()))) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      page = page.rows.length < CSV_AT_ONCE ? { ...page, rows: [] } : await this.foresee.rows(id, { ...asked, above: page.rows.at(-1)!.tenant.id, size: CSV_AT_ONCE });
    }
    response.end();
  }
}
