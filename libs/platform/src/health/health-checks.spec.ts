import { expect, it } from 'vitest';
import { HealthChecks } from './health-checks.js';

it('is up while everything it needs is up', async () => {
  const checks = new HealthChecks();
  checks.add('database', async () => 1);
  expect(await checks.run()).toEqual({ status: 'ok', checks: { database: 'ok' } });
});

it('is down when one thing is, and says which', async () => {
  const checks = new HealthChecks();
  checks.add('database', async () => 1);
  checks.add('readers', () => Promise.reject(new Error('none')));
  expect(await checks.run()).toEqual({ status: 'down', checks: { database: 'ok', readers: 'down' } });
});

it('stays up without what only some calls need, and shows that it is down', async () => {
  const checks = new HealthChecks();
  checks.show('storage', () => Promise.reject(new Error('away')));
  expect(await checks.run()).toEqual({ status: 'ok', checks: { storage: 'down' } });
});
