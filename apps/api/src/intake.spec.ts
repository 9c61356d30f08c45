import { NestFactory } from '@nestjs/core';
import { api, PROBE_TENANT, type AuditChain } from '@inkproof/contract';
import { createLog, Database, PlatformModule } from '@inkproof/platform';
import { IntakeProofModule } from '@inkproof/support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aWindow } from './testing/maintenance-calls.js';
import { made, send } from './testing/sending.js';
import { openWorld, type World } from './testing/world.js';

const PATIENCE_MS = 60_000;

let world: World;
beforeAll(async () => {
  world = await openWorld({ PROBE_SECONDS: '1' });
});
afterAll(() => world.close());

class Proving {}

/** The part of a worker that proves intake, beside an API that it calls. */
const startProving = () => {
  const log = createLog('silent');
  const config = { ...world.config, probes: { ...world.config.probes, apiUrl: world.url } };
  return NestFactory.createApplicationContext({ module: Proving, imports: [PlatformModule.with(config, log), IntakeProofModule.with(log)] }, { logger: false, abortOnError: false });
};

const proofs = async () => (await world.owner.query<{ met: string | null }>('SELECT met FROM intake_proof')).rows;
const shown = async (endpoint: typeof api.admin.listTenants | typeof api.adminTickets.list) => JSON.stringify((await send(world, endpoint, world.staff.admin, { query: { limit: '100' } })).body);

it('tickets are proven to be taken over HTTP, through maintenance of all that may be shut, and the staff see none of them', async () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const impacts = (['recognition', 'jobs', 'consent', 'webhooks', 'account', 'console'] as const).map((component) => ({ component, impact: 'unavailable' }));
  const id = await made(send(world, api.adminMaintenance.draft, world.staff.operator, { body: { ...aWindow, starts_at: at(-0.01), ends_at: at(1), impacts } }));
  for (const act of ['publish', 'start']) await send(world, api.adminMaintenance.act, world.staff.operator, { params: { id }, body: { act } });
  const proving = await startProving();
  await expect.poll(proofs, { timeout: PATIENCE_MS, interval: 500 }).toEqual([{ met: null }]);
  await expect.poll(async () => (await world.owner.query('SELECT state FROM ticket WHERE tenant_id = $1', [PROBE_TENANT])).rows, { timeout: PATIENCE_MS }).toEqual([{ state: 'closed' }]);
  expect(await shown(api.admin.listTenants)).not.toContain(PROBE_TENANT);
  expect(await shown(api.adminTickets.list)).not.toContain(PROBE_TENANT);
  const { items } = (await send(world, api.adminAudit.chains, world.staff.auditor)).body as { items: AuditChain[] };
  expect(items.filter(({ of }) => of === 'probes').map(({ chain }) => chain)).toEqual([PROBE_TENANT]);
  await proving.close();
  await proving.get(Database).close();
}, 2 * PATIENCE_MS);
