import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { permitted } from './permission.js';

export const Health = z
  .object({ status: z.enum(['ok', 'down']), checks: z.record(z.string(), z.enum(['ok', 'down'])).describe('One entry for each thing this node needs') })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;

export const healthApi = {
  live: endpoint({ method: 'GET', path: '/health/live', summary: 'Is the process alive', access: permitted('public'), status: 200, reply: Health, problems: [] }),
  ready: endpoint({
    method: 'GET',
    path: '/health/ready',
    summary: 'Can this node take calls',
    description: 'Answers 503 with the same body while something it needs is down.',
    access: permitted('public'),
    status: 200,
    reply: Health,
    problems: [],
  }),
};
