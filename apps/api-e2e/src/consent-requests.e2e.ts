import { api, createClient, type Call } from '@inkproof/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, product, signedIn } from './product.js';

const anybody: Call = createClient({ baseUrl: product().api });
const address = () => `person-${crypto.randomUUID()}@person.example`;
const refused = (act: Promise<unknown>) => act.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code);
const WORDS = 'Please delete what you have of me';

let admin: Call;
beforeAll(async () => {
  ({ call: admin } = await signedIn(product().admin));
});

/** The link in the newest mail to an address, as an admin of an install without a mail server reads it. */
const linkFor = async (email: string): Promise<string> => {
  const { items } = await admin(api.mails.list, { query: { limit: 100 } });
  const { text } = await admin(api.mails.open, { params: { id: items.find(({ to }) => to === email)!.id } });
  return /\/requests\/follow#(\S+)/.exec(text)![1]!;
};

describe('a person without an account', () => {
  it('asks by the form, confirms by mail, is answered, and reads the answer behind the link', async () => {
    const { call } = await newTenant(5);
    const { slug } = await call(api.subjectRequests.desk);
    const email = address();
    await anybody(api.requestForms.send, { params: { slug }, body: { kind: 'explain', words: WORDS, email, language: 'en' } });
    const link = await linkFor(email);
    expect(await anybody(api.requestForms.confirm, { body: { link } })).toMatchObject({ state: 'confirmed', confirmed: true, tenant: '试验企业' });
    const { items } = await call(api.subjectRequests.list, { query: { state: 'open' } });
    const params = { id: items[0]!.id };
    expect((await call(api.subjectRequests.find, { params })).person).toMatchObject({ words: WORDS, email });
    await call(api.subjectRequests.identify, { params, body: { method: 'known_contact' } });
    const { tasks } = await call(api.subjectRequests.begin, { params });
    expect(await refused(call(api.subjectRequests.answer, { params, body: { outcome: 'answered' } }))).toBe('dsr.tasks_open');
    for (const task of tasks) await call(api.subjectRequests.settle, { params: { ...params, task: task.id }, body: { state: 'done' } });
    await call(api.subjectRequests.answer, { params, body: { outcome: 'answered', words: 'Here is how it works.' } });
    expect(await anybody(api.requestForms.status, { body: { link } })).toMatchObject({ state: 'answered', answer: 'Here is how it works.' });
    expect(await call(api.subjectRequests.proof, { params })).toMatchObject({ v: 1, request: { state: 'answered', person: { words: WORDS } } });
    expect(await refused(anybody(api.requestForms.withdraw, { body: { link } }))).toBe('dsr.ended');
  });

  it('is refused only with a reason, and reads it', async () => {
    const { call } = await newTenant(5);
    const { slug } = await call(api.subjectRequests.desk);
    const email = address();
    await anybody(api.requestForms.send, { params: { slug }, body: { kind: 'access', words: WORDS, email } });
    await anybody(api.requestForms.confirm, { body: { link: await linkFor(email) } });
    const { items } = await call(api.subjectRequests.list);
    const params = { id: items[0]!.id };
    expect(await refused(call(api.subjectRequests.answer, { params, body: { outcome: 'refused' } }))).toBe('request.invalid');
    await call(api.subjectRequests.answer, { params, body: { outcome: 'refused', reason: 'It concerns somebody else' } });
    expect(await anybody(api.requestForms.status, { body: { link: await linkFor(email) } })).toMatchObject({ state: 'refused', reason: 'It concerns somebody else' });
  });

  it('is nobody to another tenant', async () => {
    const [one, other] = [await newTenant(5), await newTenant(5)];
    const { id } = await one.call(api.subjectRequests.create, { body: { kind: 'copy', words: WORDS } });
    expect(await refused(other.call(api.subjectRequests.find, { params: { id } }))).toBe('dsr.not_found');
    expect((await other.call(api.subjectRequests.list)).items).toEqual([]);
  });
});

it('what a person wrote to the provider reaches the tenant, and staff see that it did', async () => {
  const { id: tenant, call } = await newTenant(5);
  const { id } = await admin(api.adminRequests.forward, { body: { tenant: tenant as `ten_${string}`, kind: 'correct', words: WORDS, email: address() } });
  expect((await call(api.subjectRequests.find, { params: { id } })).person).toMatchObject({ words: WORDS });
  const { items } = await admin(api.adminRequests.list);
  expect(items.find((one) => one.id === id)).toMatchObject({ tenant: { id: tenant }, kind: 'correct' });
  expect(JSON.stringify(items)).not.toContain(WORDS);
});
