import { CountingIds, StillClock } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FoundTenant } from './found-tenant.js';
import { isPassword } from './password.js';

let spec: SpecDatabase;
let database: Database;
const clock = new StillClock();
const found = new FoundTenant(new CountingIds(), clock);

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const counts = () => database.asProvider(async (tx) => ({ tenants: await tx.tenant.count(), people: await tx.person.count(), members: await tx.member.count(), staff: await tx.staff.count() }));
const owner = (email: string) => ({ name: 'Ada', email });
let before: Awaited<ReturnType<typeof counts>>;
beforeAll(async () => {
  before = await counts();
});
afterEach(async () => {
  before = await counts();
});

it('founds a tenant with an owner and a password that opens', async () => {
  const { tenantId, initialPassword } = await database.asProvider((tx) => found.in(tx, { name: '澄江物流', owner: owner(' Ada@Inkproof.example') }));
  expect(await counts()).toEqual({ tenants: before.tenants + 1, people: before.people + 1, members: before.members + 1, staff: before.staff });
  expect(initialPassword.length).toBeGreaterThanOrEqual(20);
  const person = await database.asProvider((tx) => tx.person.findFirstOrThrow({ where: { memberships: { some: { tenantId } } } }));
  expect(person.email).toBe('ada@inkproof.example');
  expect(await isPassword(person.passwordHash, initialPassword)).toBe(true);
});

it('appoints staff, who belong to no tenant', async () => {
  await database.asProvider((tx) => found.appoint(tx, { name: 'Bo', email: 'bo@inkproof.example', password: 'x' }, 'operator'));
  expect(await counts()).toEqual({ ...before, people: before.people + 1, staff: before.staff + 1 });
});

it('refuses an address that somebody has, in whatever spelling, and leaves nothing behind', async () => {
  await expect(database.asProvider((tx) => found.in(tx, { name: 'x', owner: owner('ADA@inkproof.example') }))).rejects.toMatchObject({ code: 'person.email_taken' });
  expect(await counts()).toEqual(before);
});

it('leaves nothing behind when what follows in the same act fails', async () => {
  const act = database.asProvider(async (tx) => {
    await found.in(tx, { name: 'x', owner: owner('cy@inkproof.example') });
    throw new Error('the quota could not be opened');
  });
  await expect(act).rejects.toThrow('the quota could not be opened');
  expect(await counts()).toEqual(before);
});

it('lets one of two who ask for the same address at once have it', async () => {
  const acts = await Promise.allSettled([1, 2].map(() => database.asProvider((tx) => found.in(tx, { name: 'x', owner: owner('dot@inkproof.example') }))));
  expect(acts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(acts.find((act) => act.status === 'rejected')?.reason).toMatchObject({ code: 'person.email_taken' });
  expect(await counts()).toMatchObject({ tenants: before.tenants + 1, people: before.people + 1 });
});
