import { components, maintenanceImpacts, maintenanceStates } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { closedBy, meansPlan, touchedBy, type Impacts } from './touch.js';

const impacts = { ...(Object.fromEntries(components.map((name) => [name, 'none'])) as Impacts), recognition: 'unavailable', jobs: 'degraded', webhooks: 'unavailable' } as const;

it('touches what it changes and closes what is away, while it runs and until that is back', () => {
  expect(maintenanceImpacts).toEqual(['none', 'degraded', 'unavailable']);
  expect(touchedBy(impacts)).toEqual(['recognition', 'jobs', 'webhooks']);
  for (const state of maintenanceStates) expect(closedBy({ state, impacts, restored: [] })).toEqual(state === 'in_progress' || state === 'verifying' ? ['recognition', 'webhooks'] : []);
  expect(closedBy({ state: 'verifying', impacts, restored: ['recognition'] })).toEqual(['webhooks']);
});

it('means every plan when it names none', () => {
  expect([meansPlan({ plans: [] }, 'free'), meansPlan({ plans: ['standard'] }, 'free'), meansPlan({ plans: ['standard'] }, 'standard')]).toEqual([true, false, true]);
});
