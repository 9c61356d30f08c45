import { z } from 'zod';
import { endpoint, staffRoles } from './endpoint.js';
import { idOf, Moment } from './fields.js';
import { permitted } from './permission.js';

export const StaffPerson = z
  .object({ person: z.object({ id: idOf('per'), name: z.string(), email: z.email() }), role: z.enum(staffRoles), joined_at: Moment })
  .meta({ id: 'StaffPerson' });
export type StaffPerson = z.infer<typeof StaffPerson>;

const PersonId = z.object({ id: idOf('per') });

export const staffApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/admin/staff',
    summary: 'List staff',
    access: permitted('staff.read'),
    status: 200,
    reply: z.object({ items: z.array(StaffPerson).describe('Oldest first') }).meta({ id: 'StaffList' }),
    problems: [],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/admin/staff/{id}',
    summary: 'Change the role of staff',
    description: 'Holds from their next call.',
    access: permitted('staff.keep'),
    stepUp: true,
    audit: 'staff.changed',
    params: PersonId,
    body: z.strictObject({ role: z.enum(staffRoles) }).meta({ id: 'StaffChange' }),
    status: 200,
    reply: StaffPerson,
    problems: ['request.invalid', 'staff.not_found', 'staff.last_admin'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/v1/admin/staff/{id}',
    summary: 'Remove from the staff',
    description: 'Their sessions end with it, on every node.',
    access: permitted('staff.keep'),
    stepUp: true,
    audit: 'staff.removed',
    params: PersonId,
    status: 204,
    problems: ['request.invalid', 'staff.not_found', 'staff.last_admin'],
  }),
};
