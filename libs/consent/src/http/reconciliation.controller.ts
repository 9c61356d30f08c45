import { Controller, Inject, Res } from '@nestjs/common';
import { api, type Reconciliation } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { ReadReconciliation } from '../actions/read-reconciliation.js';
import { reconciliationCsv } from '../model/reconcile.js';

interface Asked {
  month?: string;
  format: 'json' | 'csv';
}

const send = (response: Response, report: Reconciliation, { format }: Pick<Asked, 'format'>): void => {
  if (format === 'json') return void response.json(report);
  response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="reconciliation-${report.tenant.id}-${report.month}.csv"`, 'Cache-Control': 'private, no-store' });
  response.send(reconciliationCsv(report));
};

@Controller()
export class ReconciliationController {
  constructor(@Inject(ReadReconciliation) private readonly read: ReadReconciliation) {}

  @Answers(api.reconciliations.read)
  async own(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.reconciliations.read.query) { month, format }: Asked, @Res() response: Response): Promise<void> {
    send(response, await this.read.own(tenantId, month), { format });
  }

  @Answers(api.adminReconciliations.read)
  async ofTenant(@Given.params(api.adminReconciliations.read.params) { id }: { id: Id<'ten'> }, @Given.query(api.adminReconciliations.read.query) { month, format }: Asked, @Res() response: Response): Promise<void> {
    send(response, await this.read.ofTenant(id, month), { format });
  }
}
