import { api } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { newTenant, product, signedIn } from './product.js';

it('a tenant is on a plan, which staff see and may change to another that exists', async () => {
  const tenant = await newTenant(5);
  const { call: admin } = await signedIn(product().admin);
  const params = { id: tenant.id as never };
  expect((await admin(api.admin.findTenant, { params })).plan).toBe('standard');
  expect((await admin(api.admin.changeTenant, { params, body: { plan: 'standard' } })).plan).toBe('standard');
  await expect(admin(api.admin.changeTenant, { params, body: { plan: 'golden', name: 'renamed' } })).rejects.toMatchObject({ problem: { code: 'plan.unknown', errors: [{ field: 'plan' }] } });
  expect((await admin(api.admin.findTenant, { params })).name).not.toBe('renamed');
});

it('the plan is what a tenant is told of its limits', async () => {
  const tenant = await newTenant(5);
  expect(await tenant.call(api.usage.limits)).toMatchObject({ plan: 'standard', upload: { max_pages: 20, max_job_pages: 1_000, max_job_documents: 100 }, readings_at_once: 4, deadline_ms: 60_000 });
});
