import { expect, it } from 'vitest';
import { recipientsCsvRows } from './recipients-csv.js';

const tenant = { tenant: { id: `ten_${'0'.repeat(26)}`, name: 'Lu, Ltd' }, plan: 'standard' } as const;

it('has a line for each person and channel, one for programs, and one for whom nobody tells by name', () => {
  const people = [{ id: 'per_1', name: 'Lu', channel: 'mail', owed: true }] as const;
  const lines = recipientsCsvRows([{ ...tenant, duty: 'required', people: [...people], webhooks: 2 }, { ...tenant, duty: 'changelog', people: [], webhooks: 0 }], 'started', null).split('\r\n');
  expect(lines).toEqual([`${tenant.tenant.id},"Lu, Ltd",standard,required,started,,mail,per_1,Lu,true,`, `${tenant.tenant.id},"Lu, Ltd",standard,required,started,,webhook,,,false,2`, `${tenant.tenant.id},"Lu, Ltd",standard,changelog,started,,,,,,`, '']);
});
