import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf } from '../fields.js';
import { Month } from '../ledger.js';
import { permitted } from '../permission.js';
import { personalCategories } from './vocabulary.js';

const count = z.int().min(0);

export const Reconciliation = z
  .object({
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    month: Month,
    items: z.array(
      z.object({
        filing: z.object({ id: idOf('flg'), name: z.string() }).nullable().describe('Null: calls that declared no personal information, as far as some was found in their results'),
        versions: z.array(z.int()).describe('Those that were relied on'),
        recognitions: count,
        categories: z.array(
          z.object({
            category: z.enum(personalCategories),
            declared: count.describe('Recognitions that declared it'),
            detected: count.describe('Recognitions in whose result it was found'),
            undeclared: count.describe('Of those, the ones that had not declared it'),
          }),
        ),
        findings: z.object({ open: count, dismissed: count, linked: count }),
      }),
    ),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof Reconciliation>;

const described = 'This month unless asked otherwise. What recognitions of a calendar month declared, beside what was found in their results, by filing. It counts, and holds nothing that was read. Recognitions that were erased are not in it any more; what was found undeclared in them is.';
const form = { query: z.object({ month: Month.optional(), format: z.enum(['json', 'csv']).default('json').describe('`csv`: one row for each filing and category') }), status: 200, reply: Reconciliation, formats: { csv: 'text/csv' } } as const;

export const reconciliationApi = {
  read: endpoint({ method: 'GET', path: '/v1/reconciliation', summary: 'What a month declared, against what was detected', description: described, access: permitted('finding.read'), scope: 'consent', ...form, problems: ['request.invalid'] }),
};

export const adminReconciliationApi = {
  read: endpoint({ method: 'GET', path: '/v1/admin/tenants/{id}/reconciliation', summary: 'What a month of a tenant declared, against what was detected', description: described, access: permitted('finding.see'), params: z.object({ id: idOf('ten') }), ...form, problems: ['request.invalid', 'tenant.not_found'] }),
};
