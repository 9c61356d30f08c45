import { z } from 'zod';
import { idOf, ListQuery, Moment, wordsUpTo } from '../fields.js';
import { noticeDuties, personalChannels } from '../notice-kind.js';
import { maintenanceMessages } from './window.js';

/** What one tenant would be told of a window, were its message sent now. */
export const MaintenanceRecipient = z
  .object({
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    plan: z.string(),
    duty: z.enum(noticeDuties),
    people: z.array(z.object({ id: z.string(), name: z.string(), channel: z.enum(personalChannels), owed: z.boolean().describe('A duty asks for it; otherwise it is by wish') })),
    webhooks: z.int().describe('That asked for it'),
  })
  .meta({ id: 'MaintenanceRecipient' });
export type MaintenanceRecipient = z.infer<typeof MaintenanceRecipient>;

export const MaintenanceRecipients = z
  .object({
    message: z.enum(maintenanceMessages),
    at: Moment.nullable().describe('Null for when a person does it'),
    totals: z.object({ tenants: z.int(), untold: z.int().describe('Tenants of which nobody is told by name'), app: z.int(), mail: z.int(), webhook: z.int() }).describe('Of all tenants it concerns'),
    items: z.array(MaintenanceRecipient).describe('By age of the tenant'),
    next_cursor: z.string().nullable().describe('Null on the last page'),
  })
  .meta({ id: 'MaintenanceRecipients' });
export type MaintenanceRecipients = z.infer<typeof MaintenanceRecipients>;

export const RecipientsQuery = ListQuery.extend({
  message: z.enum(maintenanceMessages).default('scheduled'),
  search: wordsUpTo(120).optional().describe('A part of the name of a tenant, or its id'),
  format: z.enum(['json', 'csv']).default('json'),
});
