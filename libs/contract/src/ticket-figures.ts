import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf } from './fields.js';
import { permitted } from './permission.js';
import { ticketClocks, ticketPriorities } from './ticket.js';

/** By what the figures of the desk are told apart. */
export const figureGroups = ['tenant', 'agent', 'priority'] as const;
export type FigureGroup = (typeof figureGroups)[number];

const seconds = z.number().nullable().describe('Null where there is none');

export const TicketFigures = z
  .object({
    opened: z.int().describe('In the span. All that follows but `backlog` is of these, whenever it happened'),
    clocks: z
      .array(z.object({ clock: z.enum(ticketClocks), met: z.int(), missed: z.int().describe('Late, or not there and over'), p50_seconds: seconds, p90_seconds: seconds }))
      .describe('Without the time in which the tenant was waited for. What is neither met nor over yet is in none of them'),
    resolved: z.int().describe('At least once'),
    reopened: z.int().describe('Of those'),
    backlog: z.object({ count: z.int(), p50_seconds: seconds, p90_seconds: seconds }).describe('What was opened by the end of the span and is not solved, and since how long'),
    ratings: z.object({ count: z.int(), mean: z.number().nullable() }),
  })
  .meta({ id: 'TicketFigures' });
export type TicketFigures = z.infer<typeof TicketFigures>;

export const DeskFigures = z
  .object({
    from: Day,
    to: Day,
    by: z.enum(figureGroups),
    total: TicketFigures,
    groups: z.array(z.object({ id: z.string().nullable().describe('A tenant, a person of the staff, or a priority; null for what nobody has taken'), name: z.string().nullable(), figures: TicketFigures })),
  })
  .meta({ id: 'DeskFigures' });
export type DeskFigures = z.infer<typeof DeskFigures>;

export const FigureQuery = z.object({
  from: Day.optional(),
  to: Day.optional(),
  by: z.enum(figureGroups).default('tenant'),
  tenant: idOf('ten').optional(),
  agent: idOf('per').optional(),
  priority: z.enum(ticketPriorities).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});
export type FigureQuery = z.output<typeof FigureQuery>;

export const deskFiguresApi = {
  read: endpoint({
    method: 'GET',
    path: '/v1/admin/desk/figures',
    summary: 'How well the desk answers',
    description: 'Of tickets opened in a span of days, the last 30 unless asked otherwise, added up from their events. Whose a ticket is and how grave is what it is now. One that was merged into another is not counted. With `?format=csv` as a file.',
    access: permitted('desk.see'),
    query: FigureQuery,
    status: 200,
    reply: DeskFigures,
    formats: { csv: 'text/csv' },
    problems: ['request.invalid'],
  }),
};
