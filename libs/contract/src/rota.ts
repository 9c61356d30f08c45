import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, Moment } from './fields.js';
import { permitted } from './permission.js';

const Somebody = z.object({ id: idOf('per'), name: z.string().nullable().describe('Null for somebody who has left') });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).describe('By the clock of Shanghai, such as `09:00`');

const shift = { weekday: z.int().min(1).max(7).describe('From Monday, 1, to Sunday, 7'), from: clockTime, minutes: z.int().min(1).max(1_440).describe('It may reach into the next day') };
const cover = { from: Moment, to: Moment };
const level = { after_minutes: z.int().min(1).max(1_440).describe('After whoever was called before, unless somebody has taken it over') };
const person = { person: idOf('per').describe('A person of the staff') };

export const RotaPlan = z
  .strictObject({
    shifts: z.array(z.strictObject({ ...person, ...shift })).max(200).describe('Every week. Of two at once the one that stands first has it'),
    covers: z.array(z.strictObject({ ...person, ...cover }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must lie behind its beginning' })).max(200).describe('Who stands in, and when. A later one takes the place of those before it'),
    chain: z.array(z.strictObject({ ...person, ...level })).max(10).describe('Who is called next'),
  })
  .meta({ id: 'RotaPlan' });
export type RotaPlan = z.output<typeof RotaPlan>;

export const Rota = z
  .object({
    shifts: z.array(z.object({ person: Somebody, ...shift })),
    covers: z.array(z.object({ person: Somebody, ...cover })),
    chain: z.array(z.object({ person: Somebody, ...level })),
    on_call: Somebody.nullable().describe('Now. Null where nobody is; then the whole desk is called'),
    monday: Day.describe('The week that `turns` are of begins with it'),
    turns: z.array(z.object({ person: Somebody.nullable(), from: Moment, to: Moment })).describe('The week as it falls to people, end to end'),
    staff: z.array(Somebody).describe('Who may be on it'),
  })
  .meta({ id: 'Rota' });
export type Rota = z.infer<typeof Rota>;

export const rotaApi = {
  read: endpoint({ method: 'GET', path: '/v1/admin/rota', summary: 'Who is on call', access: permitted('desk.see'), query: z.object({ week: Day.optional().describe('Some day of it; this week when absent') }), status: 200, reply: Rota, problems: ['request.invalid'] }),
  set: endpoint({
    method: 'PUT',
    path: '/v1/admin/rota',
    summary: 'Say who is on call',
    description: 'As a whole. What was said before stays readable in the store and in the audit log.',
    access: permitted('desk.keep'),
    audit: 'rota.set',
    body: RotaPlan,
    status: 200,
    reply: Rota,
    problems: ['request.invalid', 'staff.not_found'],
  }),
};
