import { afterAll, beforeAll, expect, inject } from 'vitest';
import path from 'node:path';
import { looseIn } from './judge.js';
import { takeHeard } from './overhear.js';

/** Spec files whose own statements leave the tenant out, and why. */
const forgetful: Record<string, string> = {
  'libs/platform/src/database/tenancy.spec.ts': 'shows that the fence holds a statement that forgets its tenant',
  'libs/platform/src/database/pool.spec.ts': 'shows the same of a hundred thousand of them',
  'libs/identity/src/actions/support-accesses.spec.ts': 'shows that an access opens one tenant, however much is asked for',
  'libs/audit/src/actions/trail.spec.ts': 'tries to change and to remove whatever the log holds',
  'libs/notice/src/actions/notices.spec.ts': 'looks at all notices that each tenant sees',
  'libs/quota/src/actions/quota-terms.spec.ts': 'shows that nobody changes terms of a contract, whosever they are',
  'libs/platform/src/idempotency/idempotent-calls.spec.ts': 'looks at all that a tenant and a stranger see',
};

beforeAll(() => void takeHeard());

/** After each spec file: of whatever it made the product ask in the name of a tenant, nothing left the tenant to the fence. */
afterAll(async () => {
  const heard = takeHeard();
  if (heard.length === 0 || path.relative(process.cwd(), expect.getState().testPath!) in forgetful) return;
  const loose = await looseIn(heard, inject('plansUrl'));
  if (loose.length) throw new Error(`A statement in the name of a tenant has to name it for every table (docs/decisions/0075):\n${loose.join('\n')}`);
});
